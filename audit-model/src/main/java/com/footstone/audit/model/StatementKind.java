package com.footstone.audit.model;

/** What a statement does, as found by analysis of its text. */
public enum StatementKind {
    SELECT,
    INSERT,
    UPDATE,
    DELETE,
    MERGE,
    /** CREATE, ALTER, DROP, TRUNCATE, COMMENT, RENAME. */
    DDL,
    /** GRANT, REVOKE. */
    DCL,
    /** BEGIN, COMMIT, ROLLBACK, SAVEPOINT and their kin. */
    TCL,
    CALL,
    SET,
    EXPLAIN,
    /** Bulk transfer: COPY, LOAD DATA. */
    COPY,
    /** Recognised as a statement, but of none of the kinds above (LOCK, VACUUM, SHOW …). */
    OTHER,
    /** The text does not begin like any statement. */
    UNKNOWN;

    /** Whether statements of this kind change rows of tables. */
    public boolean mutatesRows() {
        return this == INSERT || this == UPDATE || this == DELETE || this == MERGE;
    }
}
