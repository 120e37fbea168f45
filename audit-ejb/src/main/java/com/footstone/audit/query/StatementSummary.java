package com.footstone.audit.query;

import java.time.Instant;
import java.util.List;

/**
 * What is known of all executions that share a fingerprint.
 *
 * @param fingerprint 32 lower-case hex digits
 * @param normalizedSql the statement without literals
 * @param kind what it does
 * @param tablesRead tables it reads
 * @param tablesWritten tables it changes
 * @param gaps what analysis could not find out and why; empty when the statement was understood in full
 * @param executions how often it was executed
 * @param firstSeen earliest execution
 * @param lastSeen latest execution
 */
public record StatementSummary(
        String fingerprint,
        String normalizedSql,
        String kind,
        List<String> tablesRead,
        List<String> tablesWritten,
        List<String> gaps,
        long executions,
        Instant firstSeen,
        Instant lastSeen) {

    public StatementSummary {
        tablesRead = List.copyOf(tablesRead);
        tablesWritten = List.copyOf(tablesWritten);
        gaps = List.copyOf(gaps);
    }

    @Override
    public String toString() {
        return "StatementSummary[" + fingerprint + "]";
    }
}
