package com.footstone.audit.model;

/** Something of note in the text of a statement. A trait is a fact; whether it is bad is for rules to say. */
public enum Trait {
    // Of a statement: every execution has them.
    /** UNION, INTERSECT, EXCEPT or MINUS. */
    SET_OPERATION,
    /** {@code NOT IN (SELECT …)}. */
    NOT_IN_QUERY,
    /** FOR UPDATE and its kin. */
    LOCKS_ROWS,
    /** An ORDER BY of the whole result. */
    ORDERED,
    /** Sources that no condition joins. */
    CARTESIAN_JOIN,
    /** A condition on a function of a column, which an index of the column does not serve. */
    FUNCTION_OF_FILTERED_COLUMN,
    /** GRANT, REVOKE, DENY, or a change of a user, a role, an owner or a password. */
    PRIVILEGE_CHANGE,
    /** The server is made to write a file or to run a program. */
    SERVER_FILE,
    /** Creates, changes or drops what lives as long as the session. */
    TEMPORARY_OBJECT,
    /** Drops or truncates. */
    DESTRUCTIVE,
    /** SHOW, DESCRIBE, USE. */
    METADATA,
    /** SELECT … INTO a table that it makes. */
    NEW_TABLE,

    // Of a text: executions of one statement may differ in them.
    /** A comment that is no hint. */
    COMMENT,
    /** More than one statement. */
    SEVERAL_STATEMENTS,
    /** Of several statements one is a query, though the kind is that of another, which matters more. */
    QUERY_BESIDE,
    /** A backup to a URL or to the share of another machine. */
    BACKUP_ELSEWHERE,
    /** LIKE a pattern that begins with %. */
    LEADING_WILDCARD,
    /** A condition that is true of every row and makes the ones beside it pointless. */
    ALWAYS_TRUE
}
