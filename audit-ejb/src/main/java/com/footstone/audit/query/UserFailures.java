package com.footstone.audit.query;

import java.util.List;

import com.footstone.audit.model.anomaly.Subject;

/**
 * What failed of a user's statements at a database in a window.
 *
 * @param subject the user and the database
 * @param statements all that were executed
 * @param failed those of them that failed
 * @param refused failures because the user may not do that, or could not prove to be the user
 * @param fingerprints different statements among the failures
 * @param states the SQLSTATEs of most of the failures, most frequent first
 * @param executed when the first and the last were executed
 */
public record UserFailures(
        Subject subject,
        long statements,
        long failed,
        long refused,
        long fingerprints,
        List<String> states,
        Span executed) {

    public UserFailures {
        states = List.copyOf(states);
    }

    /** The share that failed, 0 to 100. */
    public double percent() {
        return 100.0 * failed / Math.max(1, statements);
    }

    /**
     * What is worth telling: enough was refused, or enough failed and that is a large share.
     *
     * @param refused refused statements
     * @param failed failures
     * @param percent share of failures, 0 to 100
     */
    public record Least(long refused, long failed, int percent) {}
}
