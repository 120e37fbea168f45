package com.footstone.audit.system;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.footstone.audit.dev.Service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A store that goes away stops progress and readiness, and nothing else: what came meanwhile is stored when it is back. */
@ExtendWith(RunningSystem.class)
class OutageIT {

    private static final int EVENTS = 300;

    @ParameterizedTest
    @CsvSource({"CLICKHOUSE, ClickHouse", "POSTGRES, PostgreSQL"})
    void nothingIsLostOrCountedTwice(Service store, String name, SystemUnderTest system) {
        assumeTrue(system.services().isOwn(store), "a store of the user's own is not stopped");
        String application = "outage-" + UUID.randomUUID();
        long executions = system.stores().executions();
        double processed = system.metrics().sum("audit_events_processed_total");
        send(system, application);

        system.services().stop(store);
        try {
            send(system, application);
            Awaitility.await(name + " is named")
                    .atMost(SystemUnderTest.PATIENCE)
                    .untilAsserted(() -> assertThat(downReason(system, name))
                            .contains(name, store.name().toLowerCase(Locale.ROOT) + ".url"));
            assertThat(system.server().status("/ready")).isEqualTo(503);
            assertThat(system.server().status("/live")).isEqualTo(200);
            assertThat(system.server().status("/started")).isEqualTo(200);
            Awaitility.await("what waits is counted")
                    .atMost(SystemUnderTest.PATIENCE)
                    .until(() -> system.metrics().sum("kafka_consumer_lag") > 0
                            && system.metrics().sum("audit_processing_errors_total") > 0);
            assertThat(system.api().ask(question(store)).statusCode()).isEqualTo(503);
        } finally {
            system.services().start(store);
        }

        system.awaitReady(true);
        system.awaitEvents(application, 2L * EVENTS);
        assertThat(system.stores().events(application)).isEqualTo(2L * EVENTS);
        assertThat(system.stores().distinctEvents(application)).isEqualTo(2L * EVENTS);
        assertThat(system.stores().hourlyEvents(application)).isEqualTo(2L * EVENTS);
        assertThat(system.stores().executions() - executions).isEqualTo(2L * EVENTS);
        assertThat(system.metrics().sum("audit_events_processed_total") - processed)
                .isEqualTo(2L * EVENTS);
        assertThat(system.server().log())
                .content()
                .contains("Health check " + name + " is DOWN")
                .as("the server's line at each probe")
                .doesNotContain("CWMMH0052W: ");
        Awaitility.await("nothing waits any more").until(() -> system.metrics().sum("kafka_consumer_lag") == 0);
    }

    private static String question(Service store) {
        return store == Service.CLICKHOUSE ? "/audits?limit=1" : "/findings?limit=1";
    }

    private static void send(SystemUnderTest system, String application) {
        List<byte[]> events = IntStream.range(0, EVENTS / 3)
                .mapToObj(i -> Events.bytes(Events.of(application, "select " + i)))
                .toList();
        IntStream.range(0, 3).forEach(partition -> system.topic().send(partition, events));
    }

    private static String downReason(SystemUnderTest system, String check) {
        JsonNode health =
                Answer.get(system.server().ports().healthUrl() + "/ready").json();
        return StreamSupport.stream(health.path("checks").spliterator(), false)
                .filter(one -> one.path("name").asText().equals(check)
                        && one.path("status").asText().equals("DOWN"))
                .map(one -> one.at("/data/reason").asText())
                .findFirst()
                .orElse("");
    }
}
