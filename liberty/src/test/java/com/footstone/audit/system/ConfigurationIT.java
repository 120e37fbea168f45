package com.footstone.audit.system;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What an administrator can see of the configuration, and nobody else. */
@ExtendWith(RunningSystem.class)
class ConfigurationIT {

    @Test
    void anAdministratorSeesWhatIsInForceAndWhereItComesFrom(SystemUnderTest system) {
        Map<String, JsonNode> settings = settings(ask(system, "audit-admin"));

        assertThat(settings.get("kafka.bootstrap.servers").path("value").asText())
                .isEqualTo(system.services().addresses().kafkaBootstrapServers());
        assertThat(settings.get("kafka.bootstrap.servers").path("source").asText())
                .containsIgnoringCase("env");
        assertThat(settings.get("checker.slowQuery.threshold").path("value").asText())
                .isEqualTo("1000");
        assertThat(settings.get("checker.slowQuery.threshold").path("source").isNull())
                .isTrue();
    }

    @Test
    void noSecretIsShown(SystemUnderTest system) {
        Answer answer = ask(system, "audit-admin");

        assertThat(answer.response().body())
                .doesNotContain(system.adminPassword())
                .doesNotContain(system.services().addresses().environment().get("POSTGRES_PASSWORD"))
                .doesNotContain("PRIVATE KEY");
        assertThat(settings(answer).get("admin.password").path("value").asText())
                .isEqualTo("********");
    }

    @Test
    void aViewerSeesNothingOfIt(SystemUnderTest system) {
        assertThat(ask(system, "audit-viewer").status()).isEqualTo(403);
    }

    private static Map<String, JsonNode> settings(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        Map<String, JsonNode> settings = new HashMap<>();
        answer.json()
                .path("settings")
                .forEach(setting -> settings.put(setting.path("key").asText(), setting));
        return settings;
    }

    private static Answer ask(SystemUnderTest system, String role) {
        String token = system.identity().token("asker", role, Duration.ofHours(1));
        return Answer.to(
                "GET", system.server().ports().apiUrl() + "/configuration", Map.of("Authorization", "Bearer " + token));
    }
}
