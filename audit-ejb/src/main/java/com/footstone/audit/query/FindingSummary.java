package com.footstone.audit.query;

import java.time.Instant;
import java.util.Map;

import com.footstone.audit.model.EventId;
import com.footstone.audit.model.Severity;

/**
 * What a rule holds against the executions of one statement by one application.
 *
 * @param id its number
 * @param tenant the tenant, empty if none was told
 * @param application the application, empty if none was told
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
public record FindingSummary(
        long id,
        String tenant,
        String application,
        String rule,
        Severity severity,
        int risk,
        int confidence,
        long occurrences,
        Instant firstSeen,
        Instant lastSeen,
        String fingerprint,
        String kind,
        String normalizedSql,
        Example example) {

    /** Its place in a list of findings. */
    public SeenPosition position() {
        return new SeenPosition(lastSeen, id);
    }

    @Override
    public String toString() {
        return "FindingSummary[" + id + "]";
    }

    /**
     * The worst execution.
     *
     * @param event the event
     * @param sql its redacted text
     * @param message what the rule says of it
     * @param evidence the observed values and thresholds, by name
     */
    public record Example(EventId event, String sql, String message, Map<String, String> evidence) {

        @Override
        public String toString() {
            return "Example[" + event + "]";
        }
    }
}
