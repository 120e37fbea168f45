package com.footstone.audit.capture.jdbc;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import com.footstone.audit.capture.context.AuditContext;
import com.footstone.audit.capture.context.TraceSource.Trace;
import com.footstone.audit.capture.delivery.CapturedExecution;
import com.footstone.audit.capture.delivery.CapturedExecution.Outcome;
import com.footstone.audit.capture.delivery.DatabaseSession;
import com.footstone.audit.model.SqlEvent;

/**
 * An execution from before it is handed to the driver until all that can be known about it is known: it is then reported,
 * once. Used by the thread that uses the statement; only finishing may come from another.
 */
final class OpenExecution {

    private final ExecutionRecorder recorder;
    private final String sql;
    private final DatabaseSession session;
    private final Map<String, String> params;
    private final AuditContext context = AuditContext.current();
    private final Trace trace;
    private final Instant startedAt;
    private final long startNanos;
    private final AtomicBoolean finished = new AtomicBoolean();

    private long elapsedMillis;
    private long rowsAffected = SqlEvent.UNKNOWN_COUNT;
    private long rowsReturned = SqlEvent.UNKNOWN_COUNT;
    private ErrorText error;
    /** Where the driver still knows an update count that the application has not asked for; otherwise null. */
    private Statement uncounted;

    private boolean single;

    OpenExecution(ExecutionRecorder recorder, String sql, DatabaseSession session, Map<String, String> params) {
        this.recorder = recorder;
        this.sql = sql;
        this.session = session;
        this.params = params;
        this.trace = recorder.traces().current();
        this.startedAt = recorder.clock().instant();
        this.startNanos = System.nanoTime();
    }

    /** The driver has answered: later reading of results does not count as execution time. */
    void answered() {
        elapsedMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
    }

    void failed(ErrorText text) {
        error = text;
    }

    /** A result set is about to be read. */
    void returnsRows() {
        rowsReturned = Math.max(rowsReturned, 0);
        uncounted = null;
    }

    /** Its one result set is all it will ever give. */
    void returnsOnlyRows() {
        returnsRows();
        single = true;
    }

    /** A result set has been read to its end or is about to be closed: for some executions that is all. */
    void resultRead() {
        if (single) {
            finishUnseen();
        }
    }

    /** More rows of a result set were read. */
    void read(long rows) {
        rowsReturned += rows;
    }

    /** The present result is an update count that nobody has read yet, or there is none any more. */
    void mayHaveUpdateCount(Statement statement) {
        uncounted = statement;
    }

    /** The update count of the present result; -1 says that there is none and so that all results have been seen. */
    void counted(long count) {
        if (count >= 0 && uncounted != null) {
            affected(count);
        }
        uncounted = null;
    }

    void affected(long rows) {
        rowsAffected = Math.max(rowsAffected, 0) + rows;
        rowsReturned = Math.max(rowsReturned, 0);
    }

    /** Asks the driver for the update count that the application left unread, where it did. */
    void countUnread() {
        Statement statement = uncounted;
        if (statement == null) {
            return;
        }
        try {
            counted(statement.getUpdateCount());
        } catch (SQLException | RuntimeException e) {
            // The statement or its connection is gone: the count stays unknown.
            uncounted = null;
        }
    }

    /** Reports the execution, on the thread that uses the statement, while the statement is still open. */
    void finish() {
        if (!finished.get()) {
            countUnread();
            finishUnseen();
        }
    }

    /** Reports the execution without touching the statement. */
    void finishUnseen() {
        if (finished.compareAndSet(false, true)) {
            String message = error == null ? null : error.message();
            Outcome outcome = new Outcome(rowsAffected, rowsReturned, message, stateOf(error));
            report(outcome, elapsedMillis, sql, params);
        }
    }

    /** Reports one entry of a batch that was executed as a whole, in the time given for this entry. */
    void reportEntry(String entrySql, Map<String, String> entryParams, long millis, long rows, ErrorText entryError) {
        Outcome outcome = new Outcome(
                entryError == null ? rows : SqlEvent.UNKNOWN_COUNT,
                entryError == null ? 0 : SqlEvent.UNKNOWN_COUNT,
                entryError == null ? null : entryError.message(),
                stateOf(entryError));
        report(outcome, millis, entrySql, entryParams);
    }

    long elapsedMillis() {
        return elapsedMillis;
    }

    private void report(Outcome outcome, long millis, String text, Map<String, String> values) {
        if (text == null || text.isBlank()) {
            // Nothing was executed, and the wire format has no event for nothing.
            return;
        }
        recorder.safely(() -> recorder.sink()
                .accept(new CapturedExecution(text, session, context, trace, startedAt, millis, outcome, values)));
    }

    private static String stateOf(ErrorText error) {
        return error == null ? null : error.sqlState();
    }
}
