package com.footstone.audit.model;

/** The layer of the application that executed the statement, as the producer reports it. */
public enum ExecutionLayer {
    MYBATIS,
    JDBC,
    JPA,
    SPRING_DATA,
    UNKNOWN
}
