package com.footstone.audit.web.response;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.footstone.audit.query.StatementSummary;

/**
 * What is known of all executions that share a fingerprint.
 *
 * @param fingerprint shape of the statement
 * @param normalizedSql the statement without literals
 * @param kind what it does
 * @param tablesRead tables it reads
 * @param tablesWritten tables it changes
 * @param gaps what could not be found out about it and why
 * @param executions how often it was executed
 * @param firstSeen earliest execution
 * @param lastSeen latest execution
 */
@Schema(description = "What is known of all executions that share a fingerprint")
public record StatementDetails(
        String fingerprint,
        String normalizedSql,
        String kind,
        List<String> tablesRead,
        List<String> tablesWritten,
        List<String> gaps,
        long executions,
        Instant firstSeen,
        Instant lastSeen) {

    public static StatementDetails of(StatementSummary statement) {
        return new StatementDetails(
                statement.fingerprint(),
                statement.normalizedSql(),
                statement.kind(),
                statement.tablesRead(),
                statement.tablesWritten(),
                statement.gaps(),
                statement.executions(),
                statement.firstSeen(),
                statement.lastSeen());
    }
}
