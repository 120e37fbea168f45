package com.footstone.audit.monitoring;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What Prometheus is told to watch: read by Prometheus' own tool, and complete for whoever is woken by it. */
class AlertRulesTest {

    private static final String CASES = "alerts.test.yaml";

    @TempDir
    private Path folder;

    @Test
    void everyAlertIsRaisedByItsCauseAndByNothingElse() throws Exception {
        Files.copy(MonitoringFiles.RULES, folder.resolve("alerts.yaml"));
        Files.copy(cases(), folder.resolve(CASES));

        Tool.Result checked = Tool.PROMTOOL.run(folder, "check", "rules", "alerts.yaml");
        Tool.Result tested = Tool.PROMTOOL.run(folder, "test", "rules", CASES);

        assertThat(checked.exitCode()).as(checked.output()).isZero();
        assertThat(tested.exitCode()).as(tested.output()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void anAlertIsTestedForFiringAndForSilence(String name) throws Exception {
        List<String> tests = stream(MonitoringFiles.read(cases()).path("tests"))
                .filter(test -> test.at("/alert_rule_test/0/alertname").asText().equals(name))
                .map(test -> test.at("/alert_rule_test/0/exp_alerts").isEmpty() ? "silent" : "fires")
                .toList();

        assertThat(tests).containsExactlyInAnyOrder("fires", "silent");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void anAlertSaysHowUrgentItIsWhatHappenedAndWhatToDo(String name) throws IOException {
        JsonNode alert = alerts().filter(each -> each.path("alert").asText().equals(name))
                .findFirst()
                .orElseThrow();

        assertThat(alert.at("/labels/severity").asText()).isIn("P1", "P2", "P3");
        assertThat(alert.at("/annotations/summary").asText()).isNotBlank();
        assertThat(alert.at("/annotations/description").asText()).isNotBlank();
        String[] runbook = alert.at("/annotations/runbook_url").asText().split("#");
        assertThat(runbook).hasSize(2);
        assertThat(Files.readAllLines(MonitoringFiles.REPOSITORY.resolve(runbook[0])))
                .as("headings of %s", runbook[0])
                .anyMatch(line -> line.startsWith("#") && anchor(line).equals(runbook[1]));
    }

    private static String anchor(String heading) {
        return heading.replaceFirst("^#+ ", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9 -]", "")
                .replace(' ', '-');
    }

    private static Stream<String> names() {
        return alerts().map(alert -> alert.path("alert").asText());
    }

    private static Stream<JsonNode> alerts() {
        return stream(MonitoringFiles.read(MonitoringFiles.RULES).path("groups"))
                .flatMap(group -> stream(group.path("rules")))
                .filter(rule -> rule.has("alert"));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Path cases() throws URISyntaxException {
        return Path.of(AlertRulesTest.class.getResource(CASES).toURI());
    }
}
