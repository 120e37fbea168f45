package com.footstone.audit.system;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** One of two instances is told to end, with work in hand: no request fails, and no event is lost or stored twice. */
@ExtendWith(RunningSystem.class)
class DepartureIT {

    private static final Duration TOKEN_LIFE = Duration.ofHours(1);
    private static final Duration END_LIMIT = Duration.ofSeconds(20);
    private static final int CLIENTS = 4;
    private static final int EVENTS = 6_000;
    private static final String QUESTION = "/api/v1/audits?limit=1";
    private static final String REFUSED_BODY = "{\"hours\": 25}";

    private final String application = "departure-" + UUID.randomUUID();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final AtomicInteger before = new AtomicInteger();
    private final AtomicInteger after = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private SystemUnderTest system;
    private String token;

    @BeforeEach
    void take(SystemUnderTest running) {
        system = running;
        token = system.identity().token("client", "audit-admin", TOKEN_LIFE);
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void whatItHasTakenIsAnsweredAndStoredAndTheOtherGoesOn() throws Exception {
        try (SecondServer leaving = SecondServer.started("leaving", system, Map.of());
                KeptConnection slow = new KeptConnection(port(leaving.server()), token)) {
            IntStream.range(0, CLIENTS).forEach(i -> threads.execute(() -> ask(leaving.server())));
            Awaitility.await("clients at work").until(() -> before.get() > 10 * CLIENTS || !failures.isEmpty());
            slow.beginPost("/api/v1/policy/dry-run", REFUSED_BODY.length());
            send();

            Future<?> ended = threads.submit(() -> {
                leaving.server().terminate(END_LIMIT);
                return null;
            });
            Awaitility.await("it to be ready no more")
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> leaving.server().status("/ready") != 200);
            assertThat(leaving.server().log()).content().contains("the instance was told to end");
            Awaitility.await("the door to be closed").atMost(END_LIMIT).until(() -> !isOpen(leaving.server()));
            slow.send(REFUSED_BODY);
            assertThat(slow.answer()).as("a request that was under way").isEqualTo(400);
            ended.get(END_LIMIT.toSeconds(), TimeUnit.SECONDS);

            Awaitility.await("all clients at the other").until(() -> after.get() > 10 * CLIENTS);
            threads.shutdownNow();
            assertThat(failures).isEmpty();
        }
        system.awaitEvents(application, EVENTS);
        assertThat(system.stores().events(application)).isEqualTo(EVENTS);
        assertThat(system.stores().distinctEvents(application)).isEqualTo(EVENTS);
    }

    /** As whoever is behind a Service: to the one until that says that it goes, then to the other. */
    private void ask(ServerUnderTest leaving) {
        try (KeptConnection connection = new KeptConnection(port(leaving), token)) {
            while (!connection.isLast()) {
                count(connection.get(QUESTION), before);
            }
        } catch (IOException e) {
            failures.add("before it went: " + e);
        }
        try (KeptConnection connection = new KeptConnection(port(system.server()), token)) {
            while (!Thread.currentThread().isInterrupted()) {
                count(connection.get(QUESTION), after);
            }
        } catch (IOException e) {
            failures.add("at the other: " + e);
        }
    }

    private boolean isOpen(ServerUnderTest server) {
        try (KeptConnection connection = new KeptConnection(port(server), token)) {
            return !connection.isLast();
        } catch (IOException e) {
            return false;
        }
    }

    private void count(int status, AtomicInteger answers) {
        if (status == 200) {
            answers.incrementAndGet();
        } else {
            failures.add("status " + status);
        }
    }

    private void send() {
        List<byte[]> events = IntStream.range(0, EVENTS / 3)
                .mapToObj(i -> Events.bytes(Events.of(application, "select a from t" + i % 10 + " where b = " + i)))
                .toList();
        IntStream.range(0, 3).forEach(partition -> system.topic().send(partition, events));
    }

    private static int port(ServerUnderTest server) {
        return server.ports().api().number();
    }
}
