package com.footstone.audit.capture;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** An application in a process of its own, audited by its URL alone. */
class ApplicationProcessIT {

    @RegisterExtension
    static final AuditedShop SHOP = new AuditedShop();

    private record Ended(int exitCode, String output) {}

    @Test
    void anApplicationThatClosesNothingIsReportedToItsLastRow() throws Exception {
        Ended ended = run(settings("process-careless"), jar -> true);

        assertWorked(ended);
        List<JsonNode> sent;
        try (SentEvents events = SHOP.events("process-careless")) {
            sent = events.await(3);
        }
        assertThat(sent).hasSize(3);
        for (JsonNode event : sent) {
            String sql = event.path("sql").asText();
            assertThat(event.path("rowsReturned").asText()).isEqualTo(sql.substring(sql.length() - 1));
            assertThat(event.path("instance").asText()).matches("\\d+@.+");
        }
        assertThat(sent).extracting(event -> event.path("sessionId").asText()).doesNotHaveDuplicates();
    }

    @Test
    void withoutOpenTelemetryEverythingWorksButTraces() throws Exception {
        Ended ended = run(settings("process-no-otel"), jar -> !jar.contains("opentelemetry"));

        assertWorked(ended);
        try (SentEvents events = SHOP.events("process-no-otel")) {
            assertThat(events.await(3)).noneMatch(event -> event.has("traceId"));
        }
    }

    @Test
    void aBadSettingDisablesCaptureSaysSoOnceAndLeavesTheUrlWorking() throws Exception {
        Ended ended = run(Map.of("AUDIT_APPLICATION", "careless", "AUDIT_QUEUE_BYTES", "lots"), jar -> true);

        assertWorked(ended);
        assertThat(ended.output()).containsOnlyOnce("SQL is not captured: AUDIT_QUEUE_BYTES");
    }

    @Test
    void aMissingLibraryDisablesCaptureSaysSoOnceAndLeavesTheUrlWorking() throws Exception {
        Ended ended = run(settings("process-no-kafka"), jar -> !jar.contains("kafka-clients"));

        assertWorked(ended);
        assertThat(ended.output()).containsOnlyOnce("SQL is not captured");
    }

    @Test
    void kafkaThatIsNeverThereDelaysTheEndByNoMoreThanTheTimeout() throws Exception {
        Ended ended = run(
                Map.of(
                        "AUDIT_APPLICATION", "careless",
                        "AUDIT_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1",
                        "AUDIT_CLOSE_TIMEOUT", "PT0.2S"),
                jar -> true);

        assertWorked(ended);
    }

    private static void assertWorked(Ended ended) {
        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("read 1", "read 2", "read 3").doesNotContain("generate_series");
    }

    private static Map<String, String> settings(String topic) {
        return Map.of(
                "AUDIT_APPLICATION",
                "careless",
                "AUDIT_KAFKA_BOOTSTRAP_SERVERS",
                SHOP.bootstrapServers(),
                "AUDIT_TOPIC",
                topic);
    }

    private static Ended run(Map<String, String> environment, Predicate<String> onClassPath)
            throws IOException, InterruptedException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(onClassPath)
                .collect(Collectors.joining(File.pathSeparator));
        ProcessBuilder builder = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Djava.util.logging.config.file=" + System.getProperty("java.util.logging.config.file"),
                        "-cp",
                        classPath,
                        CarelessApplication.class.getName(),
                        "jdbc:audit:" + SHOP.urlRest())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return new Ended(process.exitValue(), output);
        } finally {
            process.destroyForcibly();
        }
    }
}
