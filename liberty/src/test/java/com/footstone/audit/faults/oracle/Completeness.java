package com.footstone.audit.faults.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

import com.fasterxml.jackson.databind.JsonNode;
import com.footstone.audit.server.AuditApi;

/** What the service says of each producer: that all of its numbers came, and each once. */
final class Completeness {

    /** A number that was overtaken is waited for before it counts as missing or not. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final AuditApi api;
    private final Map<String, Long> sent = new HashMap<>();
    private final String question;

    Completeness(AuditApi api, Topic topic) {
        this.api = api;
        Instant first = Instant.MAX;
        Instant last = Instant.MIN;
        for (var events : topic.events().values()) {
            for (Sent event : events) {
                sent.merge(event.application(), 1L, Long::sum);
                first = event.timestamp().isBefore(first) ? event.timestamp() : first;
                last = event.timestamp().isAfter(last) ? event.timestamp() : last;
            }
        }
        question = "/completeness?from=" + first.minus(MARGIN) + "&to=" + last.plus(MARGIN);
    }

    /** Waits until the service has made up its mind, and compares. */
    void judge(Findings findings) {
        try {
            Awaitility.await("complete").atMost(PATIENCE).until(() -> disagreements()
                    .isEmpty());
        } catch (ConditionTimeoutException e) {
            disagreements()
                    .forEach((producer, how) -> findings.add(Trouble.COMPLETENESS_WRONG, 1, producer + " " + how));
        }
    }

    private Map<String, String> disagreements() {
        Map<String, String> disagreements = new HashMap<>();
        Map<String, Long> left = new HashMap<>(sent);
        for (JsonNode item : api.get(question).path("items")) {
            String producer = item.path("producerId").asText();
            Long count = left.remove(producer);
            long received = item.path("received").asLong();
            long missing = item.path("missing").asLong();
            long duplicates = item.path("duplicates").asLong();
            if (count == null || received != count || missing != 0 || duplicates != 0) {
                disagreements.put(
                        producer,
                        "is said to have sent " + received + " of " + count + ", with " + missing + " missing and "
                                + duplicates + " twice");
            }
        }
        left.keySet().forEach(producer -> disagreements.put(producer, "is not known"));
        return disagreements;
    }
}
