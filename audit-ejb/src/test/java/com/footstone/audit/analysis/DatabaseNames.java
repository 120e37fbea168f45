package com.footstone.audit.analysis;

/** What events call the databases. */
final class DatabaseNames {

    private DatabaseNames() {}

    static String of(Dialect dialect) {
        return switch (dialect) {
            case POSTGRESQL -> "postgresql";
            case MYSQL -> "mysql";
            case ORACLE -> "oracle.db";
            case SQL_SERVER -> "microsoft.sql_server";
            case UNKNOWN -> "other_sql";
        };
    }
}
