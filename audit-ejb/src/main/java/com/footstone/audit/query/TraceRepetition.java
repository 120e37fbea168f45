package com.footstone.audit.query;

import com.footstone.audit.model.anomaly.Subject;

/**
 * A query that was executed again and again in traces of a window.
 *
 * @param subject the application and the statement
 * @param traces in how many traces
 * @param most how often in the trace with most of it
 * @param executions how often in all of those traces
 * @param executed when the first and the last were executed
 */
public record TraceRepetition(Subject subject, long traces, long most, long executions, Span executed) {

    /**
     * What is worth telling.
     *
     * @param executions of one query in one trace
     * @param traces that have so many
     */
    public record Least(long executions, long traces) {}
}
