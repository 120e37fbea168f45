package com.footstone.audit.capture.jdbc;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * What a failure may tell. Drivers repeat bound values in their texts, so where values must not be sent, only the first
 * line is kept and what stands in quotes or is called a value there is left out. {@link #toString} tells the state only.
 *
 * @param message the error text, never {@code null}
 * @param sqlState SQLSTATE, or {@code null} if the failure has none
 */
record ErrorText(String message, String sqlState) {

    private static final int MAX_STATE_LENGTH = 64;
    private static final int MAX_MESSAGE_LENGTH = 8192;
    private static final Pattern VALUES = Pattern.compile("'[^']*'|(?<=: )\"[^\"]*\"|(?<=value is )\\([^)]*\\)");

    /**
     * @param hidesValues whether the statement had bound values that must not be sent
     */
    static ErrorText of(Throwable failure, boolean hidesValues) {
        Throwable telling = telling(failure);
        String message = telling.getMessage();
        if (message == null || message.isBlank()) {
            message = telling.getClass().getName();
        }
        if (message.length() > MAX_MESSAGE_LENGTH) {
            message = message.substring(0, MAX_MESSAGE_LENGTH);
        }
        return new ErrorText(hidesValues ? withoutValues(message) : message, state(failure, telling));
    }

    /** A batch's own exception repeats the statement with its values; the one behind it is the database's. */
    private static Throwable telling(Throwable failure) {
        if (failure instanceof BatchUpdateException batch) {
            if (batch.getNextException() != null) {
                return batch.getNextException();
            }
            if (batch.getCause() != null) {
                return batch.getCause();
            }
        }
        return failure;
    }

    private static String state(Throwable failure, Throwable telling) {
        String state = telling instanceof SQLException sql ? sql.getSQLState() : null;
        if (state == null && failure instanceof SQLException sql) {
            state = sql.getSQLState();
        }
        return state == null || state.length() <= MAX_STATE_LENGTH ? state : state.substring(0, MAX_STATE_LENGTH);
    }

    private static String withoutValues(String message) {
        String firstLine = message.lines().findFirst().orElse("");
        return VALUES.matcher(firstLine).replaceAll("?");
    }

    @Override
    public String toString() {
        return "ErrorText[" + sqlState + "]";
    }
}
