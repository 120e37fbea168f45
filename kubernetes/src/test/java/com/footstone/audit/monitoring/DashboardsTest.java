package com.footstone.audit.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What the product tells of itself can be looked at. That no panel is empty is tested against the running server. */
class DashboardsTest {

    private static final Path METRICS =
            MonitoringFiles.REPOSITORY.resolve("docs/deployment/monitoring/prometheus-metrics.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `((?:audit|kafka)_\\w+)` \\|");

    /** Columns of Grafana's grid. */
    private static final int WIDTH = 24;

    @Test
    void everyMetricOfOursHasAPanel() throws IOException {
        List<String> expressions = dashboards().values().stream()
                .flatMap(panels -> panels.stream())
                .flatMap(panel -> panel.path("targets").findValuesAsText("expr").stream())
                .toList();

        assertThat(ROW.matcher(Files.readString(METRICS)).results().map(row -> row.group(1)))
                .isNotEmpty()
                .allSatisfy(metric -> assertThat(expressions).as(metric).anyMatch(expression -> Pattern.compile(
                                metric + "(_bucket|_sum|_count)?\\b")
                        .matcher(expression)
                        .find()));
    }

    @Test
    void noPanelLiesOnAnother() throws IOException {
        assertThat(dashboards()).hasSize(5).allSatisfy((file, panels) -> {
            assertThat(panels).extracting(panel -> panel.path("id").asInt()).doesNotHaveDuplicates();
            assertThat(panels).allSatisfy(panel -> {
                JsonNode place = panel.path("gridPos");
                assertThat(place.path("x").asInt() + place.path("w").asInt()).isBetween(1, WIDTH);
            });
            List<String> cells = new ArrayList<>();
            panels.forEach(panel -> cells.addAll(cells(panel.path("gridPos"))));
            assertThat(cells).as(file).doesNotHaveDuplicates();
        });
    }

    private static List<String> cells(JsonNode place) {
        List<String> cells = new ArrayList<>();
        for (int x = 0; x < place.path("w").asInt(); x++) {
            for (int y = 0; y < place.path("h").asInt(); y++) {
                cells.add((place.path("x").asInt() + x) + "," + (place.path("y").asInt() + y));
            }
        }
        return cells;
    }

    private static Map<String, List<JsonNode>> dashboards() throws IOException {
        Map<String, List<JsonNode>> dashboards = new TreeMap<>();
        try (Stream<Path> files = Files.list(MonitoringFiles.DASHBOARDS)) {
            for (Path file : files.toList()) {
                List<JsonNode> panels = new ArrayList<>();
                MonitoringFiles.read(file).path("panels").forEach(panels::add);
                dashboards.put(file.getFileName().toString(), panels);
            }
        }
        return dashboards;
    }
}
