package com.footstone.audit.query;

import java.util.List;

import com.footstone.audit.model.anomaly.Subject;

/**
 * How many statements of an application failed at a database in a window.
 *
 * @param subject the application and the database
 * @param statements all that were executed
 * @param failed those of them that failed
 * @param states the SQLSTATEs of most of the failures, most frequent first
 * @param executed when the first and the last were executed
 */
public record FailureRate(Subject subject, long statements, long failed, List<String> states, Span executed) {

    public FailureRate {
        states = List.copyOf(states);
    }

    /** The share that failed, 0 to 100. */
    public double percent() {
        return 100.0 * failed / Math.max(1, statements);
    }

    /**
     * What is worth telling: all three are reached.
     *
     * @param statements executions
     * @param failed failures
     * @param percent share of failures, 0 to 100
     */
    public record Least(long statements, long failed, int percent) {}
}
