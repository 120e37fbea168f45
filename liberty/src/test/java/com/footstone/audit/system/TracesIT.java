package com.footstone.audit.system;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A service that sends traces: what became of an event is in the trace of the application that executed the statement. */
@ExtendWith(RunningSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TracesIT {

    private static final String TOPIC = "traced-events";
    private static final String SPAN = "00f067aa0ba902b7";

    private final String trace = UUID.randomUUID().toString().replace("-", "");
    private SpanCollector collector;
    private EventTopic topic;
    private SecondServer traced;
    private SystemUnderTest system;

    @BeforeAll
    void start(SystemUnderTest running) throws Exception {
        system = running;
        collector = new SpanCollector();
        topic = new EventTopic(running.services().addresses().kafkaBootstrapServers(), TOPIC).create();
        traced = SecondServer.started(
                "traced",
                running,
                Map.of(
                        "KAFKA_TOPIC", TOPIC,
                        "KAFKA_CONSUMER_GROUP", "traced",
                        "OTEL_SDK_DISABLED", "false",
                        "OTEL_SERVICE_NAME", "sql-audit-service",
                        "OTEL_TRACES_EXPORTER", "zipkin",
                        "OTEL_EXPORTER_ZIPKIN_ENDPOINT", collector.url(),
                        "OTEL_METRICS_EXPORTER", "none",
                        "OTEL_LOGS_EXPORTER", "none",
                        "OTEL_BSP_SCHEDULE_DELAY", "200"));
    }

    @AfterAll
    void stop() {
        if (traced != null) {
            traced.close();
        }
        topic.close();
        collector.close();
    }

    @Test
    void anEventIsFollowedFromItsExecutionThroughEveryStepToTheAnswer() {
        String id = topic.send(
                0,
                Events.bytes(Events.of("traced", "delete from t")
                        .put("traceId", trace)
                        .put("spanId", SPAN)));

        JsonNode audit = span(trace, "audit");
        assertThat(audit.path("parentId").asText()).isEqualTo(SPAN);
        assertThat(audit.at("/tags/audit.id").asText()).isEqualTo(id);
        assertThat(audit.at("/tags/audit.severity").asText()).isEqualTo("CRITICAL");
        for (String step : new String[] {"claim", "audit", "rows", "clickhouse", "postgresql"}) {
            assertThat(span(trace, "audit " + step).path("parentId").asText())
                    .as(step)
                    .isEqualTo(audit.path("id").asText());
        }
        assertThat(collector.of(trace).toList().toString()).doesNotContain("delete from");

        String asking = UUID.randomUUID().toString().replace("-", "");
        String token = system.identity().token("tester", "audit-viewer", Duration.ofMinutes(10));
        Answer.to(
                "GET",
                traced.server().ports().apiUrl() + "/audits/" + id,
                Map.of("Authorization", "Bearer " + token, "traceparent", "00-" + asking + "-" + SPAN + "-01"));

        Awaitility.await("the request's span").atMost(SystemUnderTest.PATIENCE).untilAsserted(() -> assertThat(
                        collector.of(asking))
                .anySatisfy(span -> assertThat(span.path("annotations").findValuesAsText("value"))
                        .anyMatch(event -> event.contains("ClickHouse answered"))));
    }

    @Test
    void anEventWithoutATraceMakesNone() {
        String unnamed = UUID.randomUUID().toString().replace("-", "");
        topic.send(0, Events.bytes(Events.of("untraced", "select 1").put("traceId", unnamed)));
        system.awaitEvents("untraced", 1);

        assertThat(collector.of(unnamed)).isEmpty();
    }

    private JsonNode span(String traceId, String name) {
        return Awaitility.await(name)
                .atMost(SystemUnderTest.PATIENCE)
                .until(
                        () -> collector
                                .of(traceId)
                                .filter(span -> span.path("name").asText().equals(name))
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
    }
}
