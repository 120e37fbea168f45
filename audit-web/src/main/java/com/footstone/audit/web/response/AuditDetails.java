package com.footstone.audit.web.response;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.footstone.audit.model.Exempted;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.RiskScore;
import com.footstone.audit.query.EventDetails;
import com.footstone.audit.query.EventSummary;

/**
 * Everything that is known of an event: the fields of a list's item and more.
 *
 * @param id identity of the event: topic, partition and offset
 * @param timestamp when the statement was executed
 * @param receivedAt when this product took it in
 * @param origin who ran it, and where
 * @param statement what was executed, with the whole of the redacted text
 * @param outcome how it went
 * @param error the redacted error text
 * @param verdict what the product says of it
 * @param riskParts what the risk is made of
 * @param findings what rules hold against it, worst first
 * @param unchecked what could not be checked and why
 * @param policyVersion the version of the policy that it was judged by
 * @param exempted what rules found and an exemption let pass
 * @param guard what a guard in the application did before: passed or stopped
 * @param place where in the application it ran
 * @param producer who reported it
 */
@Schema(description = "Everything that is known of an execution")
public record AuditDetails(
        @Schema(example = "sql-audit-events:0:42") String id,
        Instant timestamp,
        Instant receivedAt,
        AuditItem.Origin origin,
        AuditItem.Executed statement,
        AuditItem.Outcome outcome,
        @Schema(nullable = true, description = "Redacted") String error,
        AuditItem.Verdict verdict,
        List<RiskPart> riskParts,
        List<RaisedFinding> findings,

        @Schema(description = "What could not be checked and why")
        List<String> unchecked,

        @Schema(description = "The version of the policy that it was judged by; 0 before there was one")
        long policyVersion,

        @Schema(description = "What rules found and an exemption let pass; part of neither severity nor risk")
        List<ExemptedFinding> exempted,

        @Schema(
                nullable = true,
                enumeration = {"passed", "stopped"})
        String guard,

        Place place,
        Producer producer) {

    public static AuditDetails of(EventDetails event) {
        EventSummary summary = event.summary();
        return new AuditDetails(
                summary.id().toString(),
                summary.timestamp(),
                event.receivedAt(),
                AuditItem.Origin.of(summary.origin()),
                AuditItem.Executed.of(summary),
                AuditItem.Outcome.of(summary.outcome()),
                Unknowns.text(event.error()),
                AuditItem.Verdict.of(summary.verdict()),
                event.riskParts().stream().map(RiskPart::of).toList(),
                event.findings().stream().map(RaisedFinding::of).toList(),
                event.unchecked(),
                event.policy(),
                event.exempted().stream().map(ExemptedFinding::of).toList(),
                Unknowns.text(event.guard()),
                Place.of(event.place()),
                Producer.of(event.producer()));
    }

    /**
     * A contribution to the risk.
     *
     * @param name what it is for
     * @param points how much it adds
     */
    public record RiskPart(String name, int points) {

        static RiskPart of(RiskScore.Part part) {
            return new RiskPart(part.name(), part.points());
        }
    }

    /**
     * What a rule holds against it.
     *
     * @param rule the rule
     * @param severity how bad it is
     * @param confidence how sure the rule is, 0 to 100
     * @param message one sentence
     * @param evidence the observed values and thresholds, by name
     */
    public record RaisedFinding(
            String rule, String severity, int confidence, String message, Map<String, String> evidence) {

        static RaisedFinding of(Finding finding) {
            return new RaisedFinding(
                    finding.rule(),
                    finding.severity().name(),
                    finding.confidence(),
                    finding.message(),
                    finding.evidence());
        }
    }

    /**
     * What a rule found and an exemption let pass.
     *
     * @param exemption number of the exemption
     * @param finding what the rule found
     */
    public record ExemptedFinding(long exemption, RaisedFinding finding) {

        static ExemptedFinding of(Exempted exempted) {
            return new ExemptedFinding(exempted.exemption(), RaisedFinding.of(exempted.finding()));
        }
    }

    /**
     * Where it ran.
     *
     * @param instance process of the application
     * @param host machine of the application
     * @param clientAddress network address of the end user's client
     * @param sessionId database session
     * @param spanId W3C span id
     * @param datasource the application's name for the data source
     * @param executionLayer layer of the application
     * @param statementId name of the statement in the application
     */
    public record Place(
            @Schema(nullable = true) String instance,
            @Schema(nullable = true) String host,
            @Schema(nullable = true) String clientAddress,
            @Schema(nullable = true) String sessionId,
            @Schema(nullable = true) String spanId,
            @Schema(nullable = true) String datasource,
            String executionLayer,
            @Schema(nullable = true) String statementId) {

        static Place of(EventDetails.Place place) {
            return new Place(
                    Unknowns.text(place.instance()),
                    Unknowns.text(place.host()),
                    Unknowns.text(place.clientAddress()),
                    Unknowns.text(place.sessionId()),
                    Unknowns.text(place.spanId()),
                    Unknowns.text(place.datasource()),
                    place.executionLayer(),
                    Unknowns.text(place.statementId()));
        }
    }

    /**
     * Who reported it.
     *
     * @param eventId the producer's own id for the event
     * @param id the producer
     * @param sequence number in the producer's sequence, null if it does not count
     * @param dropped how many events the producer had dropped by then
     * @param sqlType the producer's claim of what the statement is
     */
    public record Producer(
            @Schema(nullable = true) String eventId,
            @Schema(nullable = true) String id,
            @Schema(nullable = true) Long sequence,
            long dropped,
            String sqlType) {

        static Producer of(EventDetails.Producer producer) {
            return new Producer(
                    Unknowns.text(producer.eventId()),
                    Unknowns.text(producer.id()),
                    Unknowns.number(producer.sequence()),
                    producer.dropped(),
                    producer.sqlType());
        }
    }
}
