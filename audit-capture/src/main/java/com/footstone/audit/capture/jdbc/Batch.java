package com.footstone.audit.capture.jdbc;

import java.sql.BatchUpdateException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.footstone.audit.model.SqlEvent;

/**
 * The entries collected for a batch. Each is reported as an execution of its own, with its own outcome and an equal share
 * of the batch's time, so that counts, rows and times add up.
 */
final class Batch {

    private record Entry(String sql, Map<String, String> params) {}

    private final List<Entry> entries = new ArrayList<>();

    void add(String sql, Map<String, String> params) {
        entries.add(new Entry(sql, params));
    }

    void clear() {
        entries.clear();
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Any entry's text, to open the execution with. */
    String sql() {
        return entries.get(0).sql();
    }

    /** Reports the entries of a batch that went through. */
    void succeeded(OpenExecution execution, Object updateCounts) {
        report(execution, counts(updateCounts), entries.size(), null);
    }

    /**
     * Reports the entries of a batch that failed: those with an update count succeeded. Where the driver stopped at the
     * failure, the entry after the last count is the failed one, and the others were never executed.
     */
    void failed(OpenExecution execution, Throwable failure, boolean hidesValues) {
        ErrorText error = ErrorText.of(failure, hidesValues);
        if (failure instanceof BatchUpdateException batch) {
            long[] counts = batch.getLargeUpdateCounts();
            counts = counts == null ? new long[0] : counts;
            report(execution, counts, Math.min(entries.size(), counts.length + 1), error);
        } else {
            report(execution, new long[0], entries.size(), error);
        }
    }

    private void report(OpenExecution execution, long[] counts, int size, ErrorText error) {
        long millis = execution.elapsedMillis();
        for (int i = 0; i < size; i++) {
            long count = i < counts.length ? counts[i] : Statement.EXECUTE_FAILED;
            boolean failed = error != null && (i >= counts.length || count == Statement.EXECUTE_FAILED);
            long share = millis / size + (i < millis % size ? 1 : 0);
            Entry entry = entries.get(i);
            execution.reportEntry(
                    entry.sql(), entry.params(), share, Math.max(count, SqlEvent.UNKNOWN_COUNT), failed ? error : null);
        }
    }

    private static long[] counts(Object updateCounts) {
        if (updateCounts instanceof long[] large) {
            return large;
        }
        int[] plain = updateCounts == null ? new int[0] : (int[]) updateCounts;
        long[] counts = new long[plain.length];
        for (int i = 0; i < plain.length; i++) {
            counts[i] = plain[i];
        }
        return counts;
    }
}
