package com.footstone.audit.system;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** From many events to one anomaly, through the whole running system. */
@ExtendWith(RunningSystem.class)
class AnomaliesIT {

    /** A few windows and looks, on a busy machine. */
    private static final Duration DETECTED = Duration.ofMinutes(2);

    private final String application = "conspicuous-" + UUID.randomUUID();
    private final String canary = "canary" + UUID.randomUUID().toString().replace("-", "");

    @Test
    void failuresOverAllPartitionsBecomeOneAnomalyOfEachKind(SystemUnderTest system) {
        double before = system.metrics().sum("audit_anomalies_total", "detector", "RepeatedFailures");
        for (int partition = 0; partition < 3; partition++) {
            system.topic()
                    .send(
                            partition,
                            IntStream.range(0, 20)
                                    .mapToObj(i -> Events.bytes(i % 2 == 0 ? refused(i) : event(i)))
                                    .toList());
        }

        Awaitility.await("both anomalies").atMost(DETECTED).untilAsserted(() -> {
            assertThat(anomalies(system, "detector=ErrorRate&application=" + application))
                    .hasSize(1);
            assertThat(anomalies(system, "detector=RepeatedFailures&user=" + application))
                    .hasSize(1);
        });
        JsonNode rate =
                anomalies(system, "severity=HIGH&application=" + application).get(0);
        assertThat(rate.path("severity").asText()).isEqualTo("CRITICAL");
        assertThat(rate.path("dbName").asText()).isEqualTo("orders");
        assertThat(rate.path("dbUser").isNull()).isTrue();
        assertThat(rate.at("/evidence/sqlStates").asText()).isEqualTo("42501");
        assertThat(anomalies(system, "user=" + application + "&severity=CRITICAL"))
                .isEmpty();
        JsonNode user = anomalies(system, "user=" + application).get(0);
        assertThat(user.path("severity").asText()).isEqualTo("HIGH");
        assertThat(user.at("/evidence/refused").asInt()).isBetween(5, 30);
        assertThat(rate + user.toString()).doesNotContain(canary);

        Awaitility.await("the metrics").atMost(SystemUnderTest.PATIENCE).untilAsserted(() -> {
            assertThat(system.metrics().sum("audit_anomalies_total", "detector", "RepeatedFailures"))
                    .isGreaterThan(before);
            assertThat(system.metrics().sum("audit_detection_behind_seconds")).isBetween(1.0, 120.0);
            assertThat(system.metrics().named("audit_detection_skipped_windows_total"))
                    .isNotEmpty();
        });
    }

    @Test
    void theSecondPageGoesOnAfterTheFirst(SystemUnderTest system) {
        for (String one : List.of("a", "b", "c")) {
            system.topic()
                    .send(
                            0,
                            IntStream.range(0, 20)
                                    .mapToObj(i -> Events.bytes(refused(i)
                                            .put("endUser", application + one)
                                            .put("dbUser", application)))
                                    .toList());
        }
        String question = "/anomalies?detector=RepeatedFailures&limit=2&user=" + application;
        Awaitility.await("three users")
                .atMost(DETECTED)
                .until(() -> anomalies(system, "detector=RepeatedFailures&user=" + application)
                                .size()
                        == 3);

        JsonNode first = system.api().get(question);
        assertThat(first.path("items")).hasSize(2);
        JsonNode second =
                system.api().get(question + "&cursor=" + first.path("next").asText());
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.path("next").isNull()).isTrue();
    }

    private ObjectNode refused(int number) {
        return event(number).put("sqlState", "42501").put("errorMessage", "permission denied for '" + canary + "'");
    }

    private ObjectNode event(int number) {
        return Events.of(application, "select * from salaries where name = '" + canary + "' and id = " + number)
                .put("dbSystem", "postgresql")
                .put("dbName", "orders")
                .put("endUser", application);
    }

    private static List<JsonNode> anomalies(SystemUnderTest system, String question) {
        JsonNode items = system.api().get("/anomalies?" + question).path("items");
        return IntStream.range(0, items.size()).mapToObj(items::get).toList();
    }
}
