package com.footstone.audit.model;

/**
 * What the producer says the statement is. A claim from outside: {@link StatementKind} is what analysis found, and it is
 * the latter that checks rely on.
 */
public enum SqlType {
    SELECT,
    UPDATE,
    DELETE,
    INSERT,
    UNKNOWN
}
