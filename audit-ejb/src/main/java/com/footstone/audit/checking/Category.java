package com.footstone.audit.checking;

/** What a rule protects. */
public enum Category {
    /** The speed of the application and the load on its database. */
    PERFORMANCE,
    /** Data against being changed or lost by mistake. */
    DATA_CHANGE,
    /** Statements against failing. */
    RELIABILITY,
    /** The database and its data against those who should not. */
    SECURITY
}
