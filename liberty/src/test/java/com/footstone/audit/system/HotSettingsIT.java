package com.footstone.audit.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A server that is told otherwise while it runs: docs/adr/0017-hot-settings.md. */
@ExtendWith(RunningSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HotSettingsIT {

    private static final String TOPIC = "switched-events";

    /** A few windows and looks, on a busy machine. */
    private static final Duration DETECTED = Duration.ofMinutes(2);

    private final String application = "switched-" + UUID.randomUUID();

    private SystemUnderTest system;
    private Path folder;
    private EventTopic topic;
    private SecondServer server;

    /** Its windows are shorter than those of the running server, so that it is the one to judge. */
    @BeforeAll
    void start(SystemUnderTest running) throws Exception {
        system = running;
        folder = TestFolders.freshHandedOver("hot-settings");
        topic = new EventTopic(system.services().addresses().kafkaBootstrapServers(), TOPIC);
        topic.create();
        server = SecondServer.started(
                "hot",
                system,
                Map.of(
                        "AUDIT_SETTINGS_FOLDER",
                        folder.toString(),
                        "AUDIT_DETECTION_WINDOW",
                        "PT1S",
                        "KAFKA_TOPIC",
                        TOPIC,
                        "KAFKA_CONSUMER_GROUP",
                        "switched"));
        awaitReading(true);
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
        topic.close();
    }

    @Test
    void auditingIsSwitchedOffAndOnWithoutARestart() throws IOException {
        write("audit.enabled", "false");
        awaitReading(false);
        topic.send(0, List.of(Events.bytes(Events.of(application, "select 1"))));
        JsonNode shown = configuration();
        assertThat(setting(shown, "audit.enabled").path("value").asText()).isEqualTo("false");
        assertThat(setting(shown, "audit.enabled").path("source").asText()).isEqualTo("folder of settings");
        assertThat(setting(shown, "audit.enabled").path("hot").asBoolean()).isTrue();
        assertThat(setting(shown, "kafka.topic").path("hot").asBoolean()).isFalse();

        write("audit.enabled", "perhaps");
        write("audit.metrics.tenants", "1");
        Awaitility.await("the refusal").atMost(SystemUnderTest.PATIENCE).untilAsserted(() -> {
            JsonNode refused = configuration();
            assertThat(refused.path("refusal").asText()).contains("audit.enabled", "perhaps");
            assertThat(setting(refused, "audit.metrics.tenants").path("value").asText())
                    .isEqualTo("20");
        });
        assertThat(server.metrics().sum("audit_settings_refused")).isEqualTo(1);
        assertThat(server.metrics().sum("audit_intake_paused")).isEqualTo(1);
        assertThat(system.stores().events(application)).isZero();

        Files.delete(folder.resolve("audit.enabled"));
        awaitReading(true);
        Awaitility.await("the event that waited")
                .atMost(SystemUnderTest.PATIENCE)
                .until(() -> system.stores().events(application) == 1);
        assertThat(server.metrics().sum("audit_settings_refused")).isZero();
        assertThat(setting(configuration(), "audit.metrics.tenants")
                        .path("value")
                        .asText())
                .isEqualTo("1");
    }

    @Test
    void aDetectorGoesByAThresholdFromItsNextWindowOn() throws IOException {
        String failing = "failing-" + UUID.randomUUID();
        system.topic()
                .send(
                        0,
                        IntStream.range(0, 10)
                                .mapToObj(i -> Events.bytes(Events.of(failing, "select a from t where b = " + i)
                                        .put("dbName", "orders")
                                        .put("sqlState", "40P01")))
                                .toList());
        system.awaitEvents(failing, 10);
        Instant stored = Instant.now();
        Awaitility.await("a window without finding").atMost(DETECTED).until(() -> system.stores()
                .postgres("select judged_until > cast('" + stored + "' as timestamptz) from detection"
                        + " where detector = 'ErrorRate'")
                .startsWith("t"));
        assertThat(rates(failing)).as("ten statements are no rate").isEmpty();

        write("checker.errorRate.statements", "5");
        write("checker.errorRate.threshold", "33");

        Awaitility.await("a window with one").atMost(DETECTED).untilAsserted(() -> assertThat(
                        rates(failing).findValuesAsText("threshold"))
                .containsExactly("33"));
    }

    private JsonNode rates(String failing) {
        return system.api()
                .get("/anomalies?detector=ErrorRate&application=" + failing)
                .path("items");
    }

    private void write(String key, String value) throws IOException {
        Files.writeString(folder.resolve(key), value);
    }

    private void awaitReading(boolean reading) {
        Awaitility.await(reading ? "reading" : "paused")
                .atMost(SystemUnderTest.PATIENCE)
                .untilAsserted(() -> {
                    assertThat(server.metrics().sum("audit_intake_paused")).isEqualTo(reading ? 0 : 1);
                    assertThat(server.metrics().named("kafka_consumer_lag").isEmpty())
                            .isNotEqualTo(reading);
                    assertThat(server.server().status("/ready")).isEqualTo(200);
                });
    }

    private JsonNode configuration() {
        String token = system.identity().token("asker", "audit-admin", Duration.ofHours(1));
        return Answer.to(
                        "GET",
                        server.server().ports().apiUrl() + "/configuration",
                        Map.of("Authorization", "Bearer " + token))
                .json();
    }

    private static JsonNode setting(JsonNode configuration, String key) {
        for (JsonNode setting : configuration.path("settings")) {
            if (setting.path("key").asText().equals(key)) {
                return setting;
            }
        }
        throw new AssertionError("The configuration does not name " + key);
    }
}
