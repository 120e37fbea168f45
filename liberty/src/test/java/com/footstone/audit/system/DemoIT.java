package com.footstone.audit.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.footstone.audit.server.AuditApi;

import static org.assertj.core.api.Assertions.assertThat;

/** The README's "Try it", typed word for word in a copy of the sources. */
class DemoIT {

    private static final Duration BUILD_LIMIT = Duration.ofMinutes(10);
    private static final Duration END_LIMIT = Duration.ofMinutes(4);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theReadersFirstCommandsWork() throws Exception {
        Path checkout = Checkout.make(TestFolders.repository(), TestFolders.fresh("demo"));
        ReadMe readMe = ReadMe.of(checkout);
        try (Program demo = Program.start(checkout, Map.of(), command(readMe.blockWith("-Pdemo")))) {
            Path file = checkout.resolve("target/demo/access.json");
            demo.awaitFile(file, BUILD_LIMIT);

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            JsonNode access = JSON.readTree(file.toFile());
            assertAnswering(access);
            awaitFindings(access);
            assertQuestionsAnswered(checkout, readMe.blockWith("curl"));
            demo.look();

            assertThat(demo.exitCode(END_LIMIT)).as(demo.output()).isZero();
            assertThat(demo.output()).contains("executions were audited, and every accident was found");
            demo.awaitGone();
        }
    }

    /** The words of the README, an end, and what lets Maven find what the build that runs this test has found. */
    private static List<String> command(String typed) {
        List<String> words = new ArrayList<>(List.of(typed.split("\\s+")));
        assertThat(words.get(0)).isEqualTo("mvn");
        words.set(0, Path.of(System.getProperty("maven.home"), "bin", "mvn").toString());
        words.addAll(List.of("-B", "-ntp", "-Ddemo.duration=PT30S"));
        words.add("-Dmaven.repo.local=" + System.getProperty("maven.repo.local"));
        if (Boolean.getBoolean("maven.offline")) {
            words.add("-o");
        }
        return words;
    }

    private static void assertAnswering(JsonNode access) throws Exception {
        for (String role : List.of("adminToken", "viewerToken")) {
            Map<String, String> bearer =
                    Map.of("Authorization", "Bearer " + access.path(role).asText());
            assertThat(Answer.to("GET", access.path("api").asText() + "/audits", bearer)
                            .status())
                    .isEqualTo(200);
        }
        // Ready is who can work; counting begins a moment later.
        Awaitility.await().atMost(SystemUnderTest.PATIENCE).until(() -> !Metrics.read(
                        access.path("metrics").asText())
                .named("audit_events_processed_total")
                .isEmpty());
        assertThat(Answer.get(access.path("health").asText() + "/ready").status())
                .isEqualTo(200);
        assertThat(Answer.get(access.path("openapi").asText()).status()).isEqualTo(200);
        assertThat(new AdminCenter(access.path("adminCenter").asText())
                        .letsIn(
                                access.path("adminCenterUser").asText(),
                                access.path("adminCenterPassword").asText()))
                .isTrue();
        try (Admin kafka =
                Admin.create(Map.of("bootstrap.servers", access.path("kafka").asText()))) {
            assertThat(kafka.listTopics().names().get(30, TimeUnit.SECONDS))
                    .contains("sql-audit-events", "sql-audit-events-dlq");
        }
    }

    /** Those that the README asks for. */
    private static void awaitFindings(JsonNode access) {
        AuditApi api = new AuditApi(
                access.path("api").asText(), access.path("viewerToken").asText());
        Awaitility.await()
                .atMost(SystemUnderTest.PATIENCE)
                .until(() -> !api.get("/findings?rule=NoWhere").path("items").isEmpty()
                        && !api.get("/findings?severity=HIGH").path("items").isEmpty());
    }

    private static void assertQuestionsAnswered(Path checkout, String typed) throws Exception {
        try (Program shell = Program.start(checkout, Map.of(), List.of("bash", "-euo", "pipefail", "-c", typed))) {
            assertThat(shell.exitCode(Duration.ofMinutes(1))).as(shell.output()).isZero();
            try (MappingIterator<JsonNode> answers =
                    JSON.readerFor(JsonNode.class).readValues(shell.output())) {
                assertThat(answers.readAll())
                        .hasSize((int) typed.lines()
                                .filter(line -> line.startsWith("curl"))
                                .count())
                        .allSatisfy(answer -> assertThat(answer.path("items").size()
                                        + answer.at("/total/events").asInt())
                                .isPositive());
            }
        }
    }
}
