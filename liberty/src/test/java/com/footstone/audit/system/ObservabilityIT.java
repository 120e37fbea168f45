package com.footstone.audit.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The names that other people's tools rely on, with real values behind them. */
@ExtendWith(RunningSystem.class)
class ObservabilityIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theMetricsFollowTheEvents(SystemUnderTest system) {
        String application = "metrics-" + UUID.randomUUID();
        system.topic().awaitDrained(SystemUnderTest.PATIENCE);
        Metrics before = system.metrics();
        system.topic()
                .send(
                        0,
                        List.of(
                                Events.bytes(Events.of(application, "select 1")),
                                Events.bytes(Events.of(application, "delete from t")),
                                new byte[0]));
        system.awaitEvents(application, 2);

        Awaitility.await().atMost(SystemUnderTest.PATIENCE).untilAsserted(() -> {
            Metrics now = system.metrics();
            assertThat(now.sum("audit_events_processed_total") - before.sum("audit_events_processed_total"))
                    .isEqualTo(2);
            assertThat(now.sum("audit_processing_errors_total") - before.sum("audit_processing_errors_total"))
                    .isEqualTo(1);
            assertThat(now.sum("audit_checker_duration_seconds_count", "checker", "NoWhere")
                            - before.sum("audit_checker_duration_seconds_count", "checker", "NoWhere"))
                    .isPositive();
            assertThat(now.sum("audit_checker_duration_seconds_sum", "checker", "NoWhere"))
                    .isPositive();
            assertThat(now.named("audit_checker_duration_seconds_bucket")).isNotEmpty();
        });
        assertThat(system.metrics().named("kafka_consumer_lag"))
                .extracting(sample -> sample.labels().get("partition"))
                .containsExactlyInAnyOrder("0", "1", "2");
        assertThat(system.metrics().named("kafka_consumer_lag")).allSatisfy(sample -> assertThat(sample.labels())
                .containsEntry("group", "audit-service-group")
                .containsEntry("topic", EventTopic.NAME));
    }

    @Test
    void everyPartIsMeasured(SystemUnderTest system) {
        String application = "measured-" + UUID.randomUUID();
        system.topic().send(0, List.of(Events.bytes(Events.of(application, "delete from t"))));
        system.awaitEvents(application, 1);
        system.api().get("/statistics/overview");

        Awaitility.await().atMost(SystemUnderTest.PATIENCE).untilAsserted(() -> {
            Metrics now = system.metrics();
            for (String stage : List.of("claim", "audit", "quarantine", "rows", "clickhouse", "postgresql")) {
                assertThat(now.sum("audit_stage_duration_seconds_bucket", "stage", stage))
                        .as(stage)
                        .isPositive();
            }
            assertThat(now.sum("audit_event_delay_seconds_bucket")).isPositive();
            assertThat(now.sum("audit_verdicts_total", "severity", "CRITICAL")).isPositive();
            assertThat(now.sum("audit_store_up")).as("both stores answer").isEqualTo(2);
            assertThat(now.named("audit_intake_stalls")).hasSize(1);
            assertThat(now.sum("audit_intake_stalls")).isZero();
            assertThat(now.sum(
                            "http_server_request_duration_seconds_bucket", "http_route", "/api/v1/statistics/overview"))
                    .isPositive();
            assertThat(now.named("connectionpool_managedConnections"))
                    .extracting(sample -> sample.labels().get("datasource"))
                    .contains("jdbc_postgres", "jdbc_clickhouse", "jdbc_postgres_queries", "jdbc_clickhouse_queries");
            assertThat(now.sum("memory_usedHeap_bytes")).isPositive();
        });
    }

    @Test
    void executionsAreToldByTenant(SystemUnderTest system) {
        String tenant = "tenant-" + UUID.randomUUID();
        system.topic()
                .send(
                        0,
                        List.of(
                                Events.bytes(Events.of("tenants", "select 1").put("tenantId", tenant)),
                                Events.bytes(
                                        Events.of("tenants", "delete from t").put("tenantId", tenant))));

        Awaitility.await().atMost(SystemUnderTest.PATIENCE).untilAsserted(() -> assertThat(
                        system.metrics().named("audit_tenant_executions").stream()
                                .filter(sample -> sample.labels().get("tenant").equals(tenant))
                                .filter(sample -> sample.value() == 1)
                                .map(sample -> sample.labels().get("severity")))
                .containsExactlyInAnyOrder("SAFE", "CRITICAL"));
    }

    @Test
    void everyMetricOfOursIsDocumentedAndThere(SystemUnderTest system) throws IOException {
        system.topic().send(0, List.of(Events.bytes(Events.of("documented", "delete from t")), new byte[0]));
        String page =
                Files.readString(TestFolders.repository().resolve("docs/deployment/monitoring/prometheus-metrics.md"));
        Set<String> documented = Pattern.compile("\\| `((?:audit|kafka)_\\w+)` \\|")
                .matcher(page)
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toSet());

        Awaitility.await().atMost(SystemUnderTest.PATIENCE).untilAsserted(() -> assertThat(
                        system.metrics().samples().stream()
                                .map(Metrics.Sample::name)
                                .filter(name -> name.startsWith("audit_") || name.startsWith("kafka_"))
                                .map(name -> name.replaceFirst("_seconds_(bucket|sum|count|max)$", "_seconds"))
                                .distinct())
                .containsExactlyInAnyOrderElementsOf(documented));
    }

    @Test
    void aServerAtWorkIsStartedAliveAndReady(SystemUnderTest system) {
        for (String probe : List.of("/started", "/live", "/ready")) {
            JsonNode health =
                    Answer.get(system.server().ports().healthUrl() + probe).json();

            assertThat(health.path("status").asText()).as(probe).isEqualTo("UP");
            assertThat(health.path("checks")).as(probe).isNotEmpty();
        }
    }

    @Test
    void everyLineOfTheLogIsJsonThatSaysWhenHowBadAndWho(SystemUnderTest system) throws IOException {
        List<String> lines = Files.readAllLines(system.server().log());

        assertThat(lines).isNotEmpty().allSatisfy(line -> {
            JsonNode entry = JSON.readTree(line);
            assertThat(entry.path("timestamp").asText()).as(line).isNotEmpty();
            assertThat(entry.path("service_name").asText()).as(line).isEqualTo("sql-audit-service");
        });
        assertThat(lines.stream().filter(line -> line.contains("\"level\":\"")).count())
                .as("the line of the launch alone has no level")
                .isGreaterThanOrEqualTo(lines.size() - launches(lines));
    }

    @Test
    void aLineOfARequestSaysWhichTraceItBelongsTo(SystemUnderTest system) throws IOException {
        String trace = UUID.randomUUID().toString().replace("-", "");
        String token =
                system.identity().token("keeper", "audit-admin", Duration.ofHours(1), Map.of("tenant_id", "north"));
        Answer answer = Answer.to(
                "POST",
                system.server().ports().apiUrl() + "/dead-letters/nonsense/replay",
                Map.of(
                        "Authorization", "Bearer " + token,
                        "traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));
        assertThat(answer.status()).isEqualTo(400);

        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(system.server().log())) {
            JsonNode entry = JSON.readTree(line);
            if (entry.path("trace_id").asText().equals(trace)) {
                lines.add(entry);
            }
        }

        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.path("message").asText())
                    .isEqualTo("keeper asked for POST /dead-letters/nonsense/replay: status 400");
            assertThat(line.path("tenant_id").asText()).isEqualTo("north");
        });
    }

    @Test
    void noStatementIsInTheLog(SystemUnderTest system) throws IOException {
        String canary = "canary" + UUID.randomUUID().toString().replace("-", "");
        String application = "silent-" + UUID.randomUUID();
        system.topic()
                .send(
                        0,
                        List.of(
                                Events.bytes(Events.of(application, "select '" + canary + "' from t")),
                                Events.bytes(Events.of(application, canary + " is no SQL (")),
                                ("{\"sql\": \"" + canary + "\"").getBytes(StandardCharsets.UTF_8)));
        system.awaitEvents(application, 2);
        system.api().ask("/audits?q=" + canary);
        system.api().ask("/audits?nonsense=" + canary);

        assertThat(system.server().log()).content().doesNotContain(canary);
    }

    private static long launches(List<String> lines) {
        return lines.stream()
                .filter(line -> line.contains("Launching sql-audit-service"))
                .count();
    }
}
