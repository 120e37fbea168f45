package com.footstone.audit.model.anomaly;

import java.util.Objects;

/**
 * Who or what an anomaly is about. What does not matter to it, or was not told, is empty.
 *
 * @param tenant the tenant
 * @param application the application
 * @param dbSystem the kind of database
 * @param dbName the database
 * @param dbUser the database's user
 * @param endUser the person behind it
 * @param fingerprint the statement
 * @param table the table
 */
public record Subject(
        String tenant,
        String application,
        String dbSystem,
        String dbName,
        String dbUser,
        String endUser,
        String fingerprint,
        String table) {

    public Subject {
        Objects.requireNonNull(tenant, "tenant is null");
        Objects.requireNonNull(application, "application is null");
        Objects.requireNonNull(dbSystem, "dbSystem is null");
        Objects.requireNonNull(dbName, "dbName is null");
        Objects.requireNonNull(dbUser, "dbUser is null");
        Objects.requireNonNull(endUser, "endUser is null");
        Objects.requireNonNull(fingerprint, "fingerprint is null");
        Objects.requireNonNull(table, "table is null");
    }

    /** All that a tenant does. */
    public static Subject ofTenant(String tenant) {
        return new Subject(tenant, "", "", "", "", "", "", "");
    }

    /** Only what one application does of it. */
    public Subject by(String newApplication) {
        return new Subject(tenant, newApplication, dbSystem, dbName, dbUser, endUser, fingerprint, table);
    }

    /** Only what happens of it at one database. */
    public Subject at(String newSystem, String newName) {
        return new Subject(tenant, application, newSystem, newName, dbUser, endUser, fingerprint, table);
    }

    /** Only what one user does of it. */
    public Subject as(String newDbUser, String newEndUser) {
        return new Subject(tenant, application, dbSystem, dbName, newDbUser, newEndUser, fingerprint, table);
    }

    /** Only what is done of it by one statement. */
    public Subject through(String newFingerprint) {
        return new Subject(tenant, application, dbSystem, dbName, dbUser, endUser, newFingerprint, table);
    }

    /** Only what concerns one table of it. */
    public Subject on(String newTable) {
        return new Subject(tenant, application, dbSystem, dbName, dbUser, endUser, fingerprint, newTable);
    }
}
