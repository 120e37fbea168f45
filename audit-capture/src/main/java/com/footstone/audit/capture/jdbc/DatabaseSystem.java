package com.footstone.audit.capture.jdbc;

import java.util.Locale;

/** What OpenTelemetry calls a database system, from what its driver calls it. */
final class DatabaseSystem {

    private static final String OTHER = "other_sql";

    private DatabaseSystem() {}

    /** The {@code db.system.name}, or {@code null} if the driver names none. */
    static String named(String product) {
        if (product == null || product.isBlank()) {
            return null;
        }
        String name = product.toLowerCase(Locale.ROOT);
        if (name.startsWith("db2")) {
            return "ibm.db2";
        }
        return switch (name) {
            case "postgresql", "mysql", "mariadb", "sqlite", "clickhouse", "trino", "teradata" -> name;
            case "microsoft sql server" -> "microsoft.sql_server";
            case "oracle" -> "oracle.db";
            case "h2" -> "h2database";
            case "hsql database engine" -> "hsqldb";
            case "apache derby" -> "derby";
            case "cockroachdb" -> "cockroachdb";
            case "hdb" -> "sap.hana";
            case "redshift", "amazon redshift" -> "aws.redshift";
            default -> OTHER;
        };
    }
}
