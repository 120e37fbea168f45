package com.footstone.audit.checking.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.footstone.audit.model.Severity;

/**
 * The natures of failure, most telling first. The database's own number decides ({@link VendorErrors}), then SQLSTATE where
 * it says anything; drivers that do not set it, or set it to a vendor's catch-all, leave only the wording of PostgreSQL,
 * MySQL, MariaDB, Oracle and SQL Server.
 */
enum ErrorKind {
    DEADLOCK(Severity.HIGH, "The statement was the victim of a deadlock.", "deadlock"),
    LOCK_TIMEOUT(
            Severity.HIGH,
            "The statement gave up waiting for a lock.",
            "lock wait timeout",
            "lock timeout",
            "lock request time out",
            "could not obtain lock",
            "could not be acquired immediately",
            "resource busy"),
    CANCELLED(
            Severity.HIGH,
            "The statement was cancelled or ran out of time.",
            "canceling statement",
            "statement timeout",
            "query has timed out",
            "query timed out",
            "query execution was interrupted",
            "maximum statement execution time exceeded",
            "user requested cancel"),
    CONNECTION(
            Severity.HIGH,
            "The connection to the database failed.",
            "connection timed out",
            "connect timed out",
            "connection timeout",
            "connection refused",
            "connection reset",
            "connection is closed",
            "closed connection",
            "connection has been closed",
            "connection attempt failed",
            "communications link failure",
            "server has gone away",
            "lost connection to",
            "broken pipe",
            "no more data to read from socket",
            "i/o error occurred while sending to the backend",
            "terminating connection"),
    RESOURCE(
            Severity.HIGH,
            "The database ran out of a resource.",
            "too many connections",
            "too many clients",
            "out of memory",
            "out of sort memory",
            " is full",
            "no space left",
            "disk full",
            "unable to extend",
            "unable to allocate"),
    SERIALIZATION(
            Severity.MEDIUM,
            "The transaction could not be serialised with others.",
            "could not serialize",
            "can't serialize"),
    ACCESS(
            Severity.MEDIUM,
            "The database user may not do this.",
            "permission denied",
            "permission was denied",
            "access denied",
            "command denied",
            "insufficient privileges",
            "password authentication failed"),
    SYNTAX(
            Severity.MEDIUM,
            "The database does not understand the statement.",
            "syntax error",
            "syntax near",
            "sql syntax",
            "does not exist",
            "doesn't exist",
            "unknown column",
            "unknown table",
            "invalid object name",
            "invalid column name",
            "invalid identifier",
            "missing expression",
            "missing right parenthesis",
            "not properly ended"),
    CONSTRAINT(
            Severity.LOW,
            "The statement violates a constraint.",
            "constraint",
            "duplicate key",
            "duplicate entry",
            "cannot be null",
            "cannot insert null"),
    OTHER(Severity.LOW, "The statement failed.");

    private static final List<ErrorKind> ALL = List.of(values());

    private final Severity severity;
    private final String message;

    // List.of is immutable, which the declared type cannot say.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> wordings;

    ErrorKind(Severity severity, String message, String... wordings) {
        this.severity = severity;
        this.message = message;
        this.wordings = List.of(wordings);
    }

    Severity severity() {
        return severity;
    }

    String message() {
        return message;
    }

    /**
     * The kind that a SQLSTATE stands for, {@link #OTHER} if it says nothing or is null.
     *
     * @param text the error text, for the states that mean several things
     */
    static ErrorKind ofState(String state, String text) {
        if (state == null || state.length() != 5) {
            return OTHER;
        }
        return switch (state) {
            case "40P01" -> DEADLOCK;
            // The standard's state for serialisation, which MySQL and SQL Server use for deadlocks too.
            case "40001" -> ofText(text).among(DEADLOCK, LOCK_TIMEOUT).orElse(SERIALIZATION);
            case "55P03" -> LOCK_TIMEOUT;
            // ODBC's and JDBC's for a timeout of the statement, MySQL's for an interruption.
            case "57014", "HYT00", "HY008", "70100" -> CANCELLED;
            case "57P01", "57P02", "57P03", "57P04", "57P05", "25P03", "25P04", "HYT01", "66000" -> CONNECTION;
            case "42501", "0LP01", "0P000" -> ACCESS;
            case "58030" -> RESOURCE;
            case "40002", "44000" -> CONSTRAINT;
            // What Microsoft's driver makes of an unknown table and an unknown column.
            case "S0002", "S0022", "3D000", "3F000" -> SYNTAX;
            default -> ofClass(state.substring(0, 2), text);
        };
    }

    private static ErrorKind ofClass(String stateClass, String text) {
        return switch (stateClass) {
            case "08" -> CONNECTION;
            case "23" -> CONSTRAINT;
            case "28" -> ACCESS;
            case "42" -> ofText(text).among(ACCESS).orElse(SYNTAX);
            case "53", "54" -> RESOURCE;
            default -> OTHER;
        };
    }

    private Optional<ErrorKind> among(ErrorKind... kinds) {
        return List.of(kinds).contains(this) ? Optional.of(this) : Optional.empty();
    }

    /** The kind that the wording of an error speaks of, {@link #OTHER} if none is recognised. */
    static ErrorKind ofText(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(kind -> kind.wordings.stream().anyMatch(lower::contains))
                .findFirst()
                .orElse(OTHER);
    }
}
