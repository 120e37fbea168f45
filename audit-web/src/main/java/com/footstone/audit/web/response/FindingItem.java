package com.footstone.audit.web.response;

import java.time.Instant;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.footstone.audit.query.FindingSummary;

/**
 * What a rule holds against the executions of one statement by one application.
 *
 * @param id its number
 * @param tenant the tenant
 * @param application the application
 * @param rule the rule
 * @param severity of the worst execution
 * @param risk of the worst execution, 0 to 100
 * @param confidence of the rule in the worst execution, 0 to 100
 * @param occurrences how often it was raised
 * @param firstSeen earliest execution
 * @param lastSeen latest execution
 * @param fingerprint shape of the statement
 * @param kind what the statement does
 * @param normalizedSql the statement without literals
 * @param example the worst execution
 */
@Schema(description = "What a rule holds against the executions of one statement by one application")
public record FindingItem(
        long id,
        @Schema(nullable = true) String tenant,
        @Schema(nullable = true) String application,
        String rule,

        @Schema(enumeration = {"LOW", "MEDIUM", "HIGH", "CRITICAL"})
        String severity,

        int risk,
        int confidence,
        long occurrences,
        Instant firstSeen,
        Instant lastSeen,
        String fingerprint,
        String kind,
        String normalizedSql,
        Example example) {

    public static FindingItem of(FindingSummary finding) {
        return new FindingItem(
                finding.id(),
                Unknowns.text(finding.tenant()),
                Unknowns.text(finding.application()),
                finding.rule(),
                finding.severity().name(),
                finding.risk(),
                finding.confidence(),
                finding.occurrences(),
                finding.firstSeen(),
                finding.lastSeen(),
                finding.fingerprint(),
                finding.kind(),
                finding.normalizedSql(),
                Example.of(finding.example()));
    }

    /**
     * The worst execution.
     *
     * @param audit id of the event
     * @param sql its redacted text
     * @param message what the rule says of it
     * @param evidence the observed values and thresholds, by name
     */
    public record Example(
            @Schema(example = "sql-audit-events:0:42") String audit,
            String sql,
            String message,
            Map<String, String> evidence) {

        static Example of(FindingSummary.Example example) {
            return new Example(example.event().toString(), example.sql(), example.message(), example.evidence());
        }
    }
}
