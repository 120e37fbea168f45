package com.footstone.audit.checking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.footstone.audit.config.MapConfig;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.Verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

/** Runs {@code scenarios/statements}, a folder for each database: statements in, findings out. Its README has the format. */
class StatementScenarioTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "scenarios", "statements");
    private static final YAMLMapper YAML = new YAMLMapper();

    static Stream<StatementCase> cases() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files
                    .filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .flatMap(file -> cases(file).stream())
                    .toList()
                    .stream();
        }
    }

    private static List<StatementCase> cases(Path file) {
        String database = FOLDER.relativize(file).getName(0).toString().replace(".yaml", "");
        List<StatementCase> cases = new ArrayList<>();
        try {
            YAML.readTree(file.toFile()).forEach(item -> cases.add(StatementCase.of(database, item)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(cases).as("cases in " + file).isNotEmpty();
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isJudgedAsExpected(StatementCase scenario) {
        AnalysedEvent event = AnalysedText.of(scenario.database(), scenario.sql(), scenario::reported);

        Verdict verdict = new Judge(ShippedRules.ALL, Thresholds.from(new MapConfig(scenario.settings())))
                .judge(List.of(event))
                .verdicts()
                .get(0);

        assertSoftly(softly -> {
            softly.assertThat(verdict.findings().stream().map(finding -> finding.rule() + " " + finding.severity()))
                    .as("findings")
                    .containsExactlyInAnyOrderElementsOf(scenario.findings());
            softly.assertThat(verdict.complete())
                    .as("complete, but for " + verdict.unchecked())
                    .isEqualTo(scenario.complete());
            softly.assertThat(scenario.actual(event.statement())).isEqualTo(scenario.expected());
        });
    }
}
