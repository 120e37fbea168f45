package com.footstone.audit.system;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.footstone.audit.dev.Service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A server that ends, in order or not, and comes back, with or without what it stands on. */
@ExtendWith(RunningSystem.class)
class RestartIT {

    private static final int EVENTS = 30_000;
    private static final Duration END_LIMIT = Duration.ofSeconds(20);

    private final String application = "restart-" + UUID.randomUUID();
    private SystemUnderTest system;

    @BeforeEach
    void take(SystemUnderTest running) {
        system = running;
    }

    @Test
    void aServerKilledAtWorkLosesNothingAndCountsNothingTwice() {
        long executions = system.stores().executions();
        send(EVENTS);
        Awaitility.await("the middle of the work")
                .pollInterval(Duration.ofMillis(20))
                .atMost(SystemUnderTest.PATIENCE)
                .until(() -> system.stores().events(application) > 0);
        system.server().kill();
        assertThat(system.stores().executions() - executions).isLessThan(EVENTS);

        system.recover();
        system.awaitEvents(application, EVENTS);

        assertStoredOnce(EVENTS, executions);
    }

    @Test
    void aServerThatStartsBeforeItsStoreIsReadyWhenTheStoreIs() throws Exception {
        assumeTrue(system.services().isOwn(Service.POSTGRES), "a store of the user's own is not stopped");
        long executions = system.stores().executions();
        system.server().terminate(END_LIMIT);
        system.services().stop(Service.POSTGRES);
        send(30);
        try {
            system.server().launch();
            Awaitility.await("the probes to answer")
                    .atMost(SystemUnderTest.START_LIMIT)
                    .untilAsserted(() -> assertThat(ready()).contains("PostgreSQL"));
            assertThat(system.server().status("/started")).isEqualTo(503);
            assertThat(system.server().status("/live")).isEqualTo(200);
        } finally {
            system.services().start(Service.POSTGRES);
        }

        system.recover();
        system.awaitEvents(application, 30);
        assertStoredOnce(30, executions);
    }

    @Test
    void aServerThatStartsBeforeKafkaWorksWhenKafkaDoes() throws Exception {
        assumeTrue(system.services().isOwn(Service.KAFKA), "a broker of the user's own is not stopped");
        long executions = system.stores().executions();
        system.server().terminate(END_LIMIT);
        send(30);
        system.services().stop(Service.KAFKA);
        try {
            system.server().launch();
            system.server().awaitStarted();
            Awaitility.await("Kafka to be named")
                    .atMost(SystemUnderTest.PATIENCE)
                    .untilAsserted(() -> assertThat(ready()).contains("Kafka does not answer"));
            assertThat(system.server().status("/live")).isEqualTo(200);
            assertThat(system.metrics().named("audit_events_processed_total"))
                    .as("a counter exists before the first event")
                    .isNotEmpty();
            assertThat(system.api().ask("/audits?limit=1").statusCode()).isEqualTo(200);
        } finally {
            system.services().start(Service.KAFKA);
        }

        system.recover();
        system.awaitEvents(application, 30);
        assertStoredOnce(30, executions);
    }

    @Test
    void aServerToldToEndWhileItWaitsForAStoreEndsInTimeAndLosesNothing() throws Exception {
        assumeTrue(system.services().isOwn(Service.CLICKHOUSE), "a store of the user's own is not stopped");
        long executions = system.stores().executions();
        system.services().stop(Service.CLICKHOUSE);
        try {
            send(30);
            system.awaitReady(false);
            system.server().terminate(END_LIMIT);
        } finally {
            system.services().start(Service.CLICKHOUSE);
        }

        system.recover();
        system.awaitEvents(application, 30);
        assertStoredOnce(30, executions);
    }

    private String ready() {
        return system.server().status("/ready") == 503
                ? Answer.get(system.server().ports().healthUrl() + "/ready")
                        .response()
                        .body()
                : "";
    }

    private void send(int count) {
        List<byte[]> events = IntStream.range(0, count / 3)
                .mapToObj(i -> Events.bytes(Events.of(application, "select a from t" + i % 10 + " where b = " + i)))
                .toList();
        IntStream.range(0, 3).forEach(partition -> system.topic().send(partition, events));
    }

    private void assertStoredOnce(long count, long executionsBefore) {
        assertThat(system.stores().events(application)).isEqualTo(count);
        assertThat(system.stores().distinctEvents(application)).isEqualTo(count);
        assertThat(system.stores().hourlyEvents(application)).isEqualTo(count);
        assertThat(system.stores().executions() - executionsBefore).isEqualTo(count);
    }
}
