package com.footstone.audit.query;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

import com.footstone.audit.model.Exempted;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.RiskScore;

/**
 * Everything that is known of an event. Texts that the producer gave nothing for are empty.
 *
 * @param summary what a list shows, with the whole of the redacted text
 * @param receivedAt when this product took it in
 * @param place where in the application and the network it ran
 * @param producer who reported it
 * @param error the redacted error text
 * @param guard what a guard in the application did before: {@code passed}, {@code stopped}, or nothing
 * @param riskParts what the risk is made of
 * @param findings what rules hold against it
 * @param unchecked what could not be checked and why
 * @param policy version of the policy that it was judged by, 0 before there was one
 * @param exempted what rules found and an exemption let pass
 */
public record EventDetails(
        EventSummary summary,
        Instant receivedAt,
        Place place,
        Producer producer,
        String error,
        String guard,
        List<RiskScore.Part> riskParts,
        List<Finding> findings,
        List<String> unchecked,
        long policy,
        List<Exempted> exempted) {

    public EventDetails {
        riskParts = List.copyOf(riskParts);
        findings = List.copyOf(findings);
        unchecked = List.copyOf(unchecked);
        exempted = List.copyOf(exempted);
    }

    @Override
    public String toString() {
        return "EventDetails[" + summary.id() + "]";
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
            String instance,
            String host,
            String clientAddress,
            String sessionId,
            String spanId,
            String datasource,
            String executionLayer,
            String statementId) {}

    /**
     * Who reported it.
     *
     * @param eventId the producer's own id for the event
     * @param id the producer
     * @param sequence number in the producer's sequence, if it counts
     * @param dropped how many events the producer had dropped by then
     * @param sqlType the producer's claim of what the statement is
     */
    public record Producer(String eventId, String id, OptionalLong sequence, long dropped, String sqlType) {}
}
