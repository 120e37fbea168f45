package com.footstone.audit.web;

/** Who may do what, by the names that a token's {@code groups} claim has. */
public final class Roles {

    /** Reads, configures, deletes. */
    public static final String ADMIN = "audit-admin";

    /** Reads. */
    public static final String VIEWER = "audit-viewer";

    private Roles() {}
}
