package com.footstone.audit.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A server that is told otherwise while it runs: docs/adr/0017-hot-settings.md. */
@ExtendWith(RunningSystem.class)
class HotSettingsIT {

    private static final String TOPIC = "switched-events";

    @Test
    void auditingIsSwitchedOffAndOnWithoutARestart(SystemUnderTest system) throws Exception {
        Path folder = TestFolders.freshHandedOver("hot-settings");
        Path enabled = folder.resolve("audit.enabled");
        String application = "switched-" + UUID.randomUUID();
        Map<String, String> differences = Map.of(
                "AUDIT_SETTINGS_FOLDER", folder.toString(), "KAFKA_TOPIC", TOPIC, "KAFKA_CONSUMER_GROUP", "switched");
        try (EventTopic topic = new EventTopic(system.services().addresses().kafkaBootstrapServers(), TOPIC)) {
            topic.create();
            try (SecondServer server = SecondServer.started("hot", system, differences)) {
                awaitReading(server, true);

                Files.writeString(enabled, "false");
                awaitReading(server, false);
                topic.send(0, List.of(Events.bytes(Events.of(application, "select 1"))));
                JsonNode shown = configuration(server, system);
                assertThat(setting(shown, "audit.enabled").path("value").asText())
                        .isEqualTo("false");
                assertThat(setting(shown, "audit.enabled").path("source").asText())
                        .isEqualTo("folder of settings");
                assertThat(setting(shown, "audit.enabled").path("hot").asBoolean())
                        .isTrue();
                assertThat(setting(shown, "kafka.topic").path("hot").asBoolean())
                        .isFalse();

                Files.writeString(enabled, "perhaps");
                Files.writeString(folder.resolve("audit.metrics.tenants"), "1");
                Awaitility.await("the refusal").atMost(SystemUnderTest.PATIENCE).untilAsserted(() -> {
                    JsonNode refused = configuration(server, system);
                    assertThat(refused.path("refusal").asText()).contains("audit.enabled", "perhaps");
                    assertThat(setting(refused, "audit.metrics.tenants")
                                    .path("value")
                                    .asText())
                            .isEqualTo("20");
                });
                assertThat(server.metrics().sum("audit_settings_refused")).isEqualTo(1);
                assertThat(server.metrics().sum("audit_intake_paused")).isEqualTo(1);
                assertThat(system.stores().events(application)).isZero();

                Files.delete(enabled);
                awaitReading(server, true);
                Awaitility.await("the event that waited")
                        .atMost(SystemUnderTest.PATIENCE)
                        .until(() -> system.stores().events(application) == 1);
                assertThat(server.metrics().sum("audit_settings_refused")).isZero();
                assertThat(setting(configuration(server, system), "audit.metrics.tenants")
                                .path("value")
                                .asText())
                        .isEqualTo("1");
            }
        }
    }

    private static void awaitReading(SecondServer server, boolean reading) {
        Awaitility.await(reading ? "reading" : "paused")
                .atMost(SystemUnderTest.PATIENCE)
                .untilAsserted(() -> {
                    assertThat(server.metrics().sum("audit_intake_paused")).isEqualTo(reading ? 0 : 1);
                    assertThat(server.metrics().named("kafka_consumer_lag").isEmpty())
                            .isNotEqualTo(reading);
                    assertThat(server.server().status("/ready")).isEqualTo(200);
                });
    }

    private static JsonNode configuration(SecondServer server, SystemUnderTest system) {
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
