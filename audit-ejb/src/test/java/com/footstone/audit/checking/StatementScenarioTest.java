package com.footstone.audit.checking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.footstone.audit.config.MapConfig;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs {@code scenarios/statements}, a file for each database: statements in, findings out. Its README has the format. */
class StatementScenarioTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "scenarios", "statements");
    private static final YAMLMapper YAML = new YAMLMapper();

    record Case(String database, JsonNode given) {

        String sql() {
            return given.path("sql").asText();
        }

        @Override
        public String toString() {
            return database + ": " + sql();
        }
    }

    static Stream<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                String database = file.getFileName().toString().replace(".yaml", "");
                YAML.readTree(file.toFile()).forEach(given -> cases.add(new Case(database, given)));
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isJudgedAsExpected(Case scenario) {
        AnalysedEvent event = AnalysedText.of(scenario.database(), scenario.sql());
        Map<String, String> settings = new TreeMap<>();
        scenario.given()
                .path("settings")
                .properties()
                .forEach(set -> settings.put(set.getKey(), set.getValue().asText()));

        Verdict verdict = new Judge(ShippedRules.ALL, Thresholds.from(new MapConfig(settings)))
                .judge(List.of(event))
                .verdicts()
                .get(0);

        assertThat(verdict.findings().stream()
                        .map(finding -> finding.rule() + " " + finding.severity())
                        .toList())
                .isEqualTo(texts(scenario.given().path("finds")));
        assertThat(verdict.complete())
                .as("complete")
                .isEqualTo(scenario.given().path("complete").asBoolean(true));
        scenario.given().fieldNames().forEachRemaining(name -> expect(name, scenario.given(), event));
    }

    private static void expect(String name, JsonNode given, AnalysedEvent event) {
        switch (name) {
            case "sql", "finds", "settings", "complete" -> {}
            case "kind" ->
                assertThat(event.statement().kind().name())
                        .isEqualTo(given.path(name).asText());
            case "reads" -> assertThat(event.statement().tablesRead()).isEqualTo(texts(given.path(name)));
            case "writes" -> assertThat(event.statement().tablesWritten()).isEqualTo(texts(given.path(name)));
            default -> throw new IllegalArgumentException("Nothing is known of " + name);
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
