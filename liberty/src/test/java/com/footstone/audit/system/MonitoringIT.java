package com.footstone.audit.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What the chart brings to watch the product, against the product under load and a real Prometheus. */
@ExtendWith(RunningSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MonitoringIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FILES = TestFolders.repository().resolve("kubernetes/chart/files");

    /** What Grafana puts in for the variables of a dashboard. */
    private static final List<String[]> VARIABLES =
            List.of(new String[] {"$__rate_interval", "30s"}, new String[] {"$job", ".*"});

    private final String application = "watched-" + UUID.randomUUID();
    private Prometheus prometheus;

    /** A panel's query. */
    private record Query(String dashboard, String panel, String expression) {}

    @BeforeAll
    void watch(SystemUnderTest system) throws IOException {
        Assumptions.assumeTrue(
                Prometheus.installed(),
                "Prometheus is not installed: apt-get install prometheus, and rules and dashboards are tested as well");
        prometheus = Prometheus.watching(system.server().ports().metricsUrl(), FILES.resolve("rules/alerts.yaml"));
    }

    @AfterAll
    void stop() {
        if (prometheus != null) {
            prometheus.close();
        }
    }

    @Test
    void everyPanelShowsSomethingUnderLoad(SystemUnderTest system) throws IOException {
        List<Query> queries = queries();
        assertThat(queries).as("panels of five dashboards").hasSizeGreaterThan(50);

        Collection<Query> empty = new ArrayList<>(queries);
        Awaitility.await("a value for each panel")
                .atMost(SystemUnderTest.PATIENCE)
                .untilAsserted(() -> {
                    load(system);
                    empty.removeIf(query -> prometheus.answers(query.expression()));
                    assertThat(empty).isEmpty();
                });
    }

    @Test
    void everyRuleIsAboutMetricsThatThereAre(SystemUnderTest system) {
        load(system);
        List<JsonNode> rules = prometheus.rules();
        assertThat(rules).hasSizeGreaterThan(20);

        Awaitility.await("every metric of the rules")
                .atMost(SystemUnderTest.PATIENCE)
                .untilAsserted(() -> assertThat(prometheus.names())
                        .containsAll(rules.stream()
                                .flatMap(rule ->
                                        PromQl.metrics(rule.path("query").asText()).stream())
                                .collect(Collectors.toSet())));
        Awaitility.await("every rule computed").atMost(SystemUnderTest.PATIENCE).untilAsserted(() -> assertThat(
                        prometheus.rules())
                .allSatisfy(rule ->
                        assertThat(rule.path("health").asText()).as("%s", rule).isEqualTo("ok")));
    }

    @Test
    void aSystemAtWorkRaisesNoAlarm(SystemUnderTest system) {
        load(system);
        system.topic().awaitDrained(SystemUnderTest.PATIENCE);

        Awaitility.await("no alarm").atMost(SystemUnderTest.PATIENCE).untilAsserted(() -> assertThat(
                        prometheus.rules().stream()
                                .filter(rule -> rule.path("state").asText().equals("firing"))
                                .filter(rule ->
                                        !rule.at("/labels/severity").asText().equals("P3"))
                                .map(rule -> rule.path("name").asText()))
                .isEmpty());
    }

    /** A little of everything: fine and dangerous statements, a record that is none, questions that are answered or not. */
    private void load(SystemUnderTest system) {
        List<byte[]> events = IntStream.range(0, 60)
                .mapToObj(i -> Events.of(application, i % 20 == 0 ? "delete from t" : "select " + i))
                .map(Events::bytes)
                .collect(Collectors.toCollection(ArrayList::new));
        events.add(new byte[0]);
        for (int partition = 0; partition < 3; partition++) {
            system.topic().send(partition, events);
        }
        system.api().get("/statistics/overview");
        system.api().ask("/findings?limit=1");
        system.api().ask("/audits/nonsense");
    }

    private static List<Query> queries() throws IOException {
        List<Query> queries = new ArrayList<>();
        try (Stream<Path> dashboards = Files.list(FILES.resolve("dashboards"))) {
            for (Path file : dashboards.sorted().toList()) {
                for (JsonNode panel : JSON.readTree(file.toFile()).path("panels")) {
                    for (JsonNode target : panel.path("targets")) {
                        queries.add(new Query(
                                file.getFileName().toString(),
                                panel.path("title").asText(),
                                filled(target.path("expr").asText())));
                    }
                }
            }
        }
        return queries;
    }

    private static String filled(String expression) {
        String filled = expression;
        for (String[] variable : VARIABLES) {
            filled = filled.replace(variable[0], variable[1]);
        }
        return filled;
    }
}
