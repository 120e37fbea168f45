package com.footstone.audit.capture.delivery;

import java.time.Instant;
import java.util.Map;

import com.footstone.audit.capture.context.AuditContext;
import com.footstone.audit.capture.context.TraceSource.Trace;

/**
 * One execution as the application's thread saw it, not yet numbered or encoded. {@link #toString} leaves the statement,
 * its values and the error text out.
 *
 * @param sql the statement as handed to the driver
 * @param session the connection it ran on
 * @param context what the application said about it
 * @param trace the trace it ran in, or {@code null}
 * @param startedAt when it was handed to the driver
 * @param elapsedMillis how long the driver took, from 0
 * @param outcome what came of it
 * @param params bound values by 1-based position or name, empty unless asked for
 */
public record CapturedExecution(
        String sql,
        DatabaseSession session,
        AuditContext context,
        Trace trace,
        Instant startedAt,
        long elapsedMillis,
        Outcome outcome,
        Map<String, String> params) {

    /** What an execution occupies besides its texts, in bytes: an upper bound of its objects and its place in the queue. */
    private static final long FIXED_BYTES = 512;

    /**
     * What came of an execution.
     *
     * @param rowsAffected rows changed, or -1 if unknown
     * @param rowsReturned rows that the application read, or -1 if unknown
     * @param errorMessage the database's error text, or {@code null} if it succeeded
     * @param sqlState SQLSTATE of the failure, or {@code null}
     */
    public record Outcome(long rowsAffected, long rowsReturned, String errorMessage, String sqlState) {

        @Override
        public String toString() {
            return "Outcome[" + rowsAffected + " affected, " + rowsReturned + " returned, SQLSTATE " + sqlState + "]";
        }
    }

    /** An upper bound of the memory this takes, in bytes, as if its texts were shared with nothing. */
    long bytes() {
        long characters = sql.length();
        if (outcome.errorMessage() != null) {
            characters += outcome.errorMessage().length();
        }
        long entries = 0;
        for (Map.Entry<String, String> param : params.entrySet()) {
            characters += param.getKey().length() + param.getValue().length();
            entries++;
        }
        return FIXED_BYTES + 2 * characters + 128 * entries;
    }

    @Override
    public String toString() {
        return "CapturedExecution[" + sql.length() + " characters at " + startedAt + ", " + outcome + "]";
    }
}
