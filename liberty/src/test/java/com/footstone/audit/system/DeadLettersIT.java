package com.footstone.audit.system;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.footstone.audit.dev.Service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What an administrator can learn of refused records, and do about them. */
@ExtendWith(RunningSystem.class)
class DeadLettersIT {

    /** Longer than clocks may differ, and short enough to wait for. */
    private static final Duration AHEAD = Duration.ofSeconds(25);

    private final String application = "letters-" + UUID.randomUUID();
    private final String canary = "canary-" + UUID.randomUUID();
    private SystemUnderTest system;

    @BeforeEach
    void take(SystemUnderTest running) {
        system = running;
    }

    @Test
    void aRecordThatCameTooEarlyIsReplayedOnceWhenItsTimeHasCome() throws Exception {
        String source = system.topic()
                .send(
                        2,
                        Events.bytes(Events.of(application, "select '" + canary + "'")
                                .put("timestamp", Instant.now().plus(AHEAD).toString())));
        JsonNode letter = awaitLetter(source);
        String path = "/dead-letters/" + letter.path("id").asText();

        assertThat(letter.at("/fault/reason").asText()).isEqualTo("FUTURE_TIMESTAMP");
        assertThat(letter.at("/fault/remedy").asText()).contains("Replay");
        assertThat(letter.path("whole").asBoolean()).isTrue();
        assertThat(letter.path("replay").isNull() || letter.path("replay").isMissingNode())
                .isTrue();
        JsonNode inspected = asAdmin("GET", path).json();
        assertThat(inspected.path("now").asText()).isEqualTo("REFUSED");
        assertThat(inspected.path("fields").findValuesAsText("name")).contains("sql", "application", "timestamp");
        assertThat(inspected.toString()).doesNotContain(canary);
        Answer tooEarly = asAdmin("POST", path + "/replay");
        assertThat(tooEarly.status()).isEqualTo(409);
        assertThat(tooEarly.json().path("type").asText()).isEqualTo("urn:sql-audit:problem:replay-refused");

        Awaitility.await("the record's time")
                .atMost(SystemUnderTest.PATIENCE)
                .until(() -> asAdmin("GET", path).json().path("now").asText().equals("ACCEPTED"));
        String event = replayedByManyAtOnce(path);
        system.awaitEvents(application, 1);

        // As if the first replay had died before it could note what it did.
        system.stores().forgetReplay(source);
        assertThat(asAdmin("POST", path + "/replay").json().path("audit").asText())
                .isEqualTo(event);
        JsonNode replay = awaitLetter(source).path("replay");
        assertThat(replay.path("by").asText()).isEqualTo("keeper");
        assertThat(Instant.parse(replay.path("at").asText()))
                .isBetween(Instant.now().minusSeconds(300), Instant.now());
        assertThat(replay.path("audit").asText()).isEqualTo(event).startsWith("sql-audit-events:2:");
        assertThat(system.api().get("/audits/" + event).path("id").asText()).isEqualTo(event);
        system.topic().awaitDrained(SystemUnderTest.PATIENCE);
        assertThat(system.stores().events(application)).isOne();
    }

    @Test
    void aRecordThatCannotBeMendedIsExplainedAndNotSentAgain() {
        String source = system.topic().send(0, ("select '" + canary + "'").getBytes(StandardCharsets.UTF_8));
        JsonNode letter = awaitLetter(source);
        String path = "/dead-letters/" + letter.path("id").asText();

        assertThat(asAdmin("GET", path).json().path("fieldsComplete").asBoolean())
                .isFalse();
        Answer refused = asAdmin("POST", path + "/replay");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("detail").asText()).contains("not JSON").doesNotContain(canary);
    }

    @Test
    void lettersAreForAdministratorsOnly() {
        for (String path : List.of("/dead-letters", "/dead-letters/sql-audit-events-dlq:0:0")) {
            assertThat(ask("GET", path, "viewer", "audit-viewer").status()).isEqualTo(403);
        }
        assertThat(ask("POST", "/dead-letters/sql-audit-events-dlq:0:0/replay", "viewer", "audit-viewer")
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sql-audit-events-dlq:0:999999999",
                "sql-audit-events-dlq:77:0",
                "sql-audit-events:0:0",
                "other-topic:0:0"
            })
    void whatIsNoLetterIsNotFound(String id) {
        assertThat(asAdmin("GET", "/dead-letters/" + id).status()).isEqualTo(404);
        assertThat(asAdmin("POST", "/dead-letters/" + id + "/replay").status()).isEqualTo(404);
    }

    @Test
    void kafkaIsNamedWhileItIsAway() {
        assumeTrue(system.services().isOwn(Service.KAFKA), "a broker of the user's own is not stopped");
        system.services().stop(Service.KAFKA);
        try {
            for (String path : List.of("/dead-letters", "/dead-letters/sql-audit-events-dlq:0:0")) {
                Answer answer = asAdmin("GET", path);
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.json().path("store").asText()).isEqualTo("Kafka");
            }
        } finally {
            system.services().start(Service.KAFKA);
        }
        system.awaitReady(true);
        assertThat(asAdmin("GET", "/dead-letters?limit=1").status()).isEqualTo(200);
    }

    /** The id of the event that all of them hear of, those that were asked to wait asking again. */
    private String replayedByManyAtOnce(String path) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(4);
        try {
            List<Future<Answer>> answers = IntStream.range(0, 4)
                    .mapToObj(i -> callers.submit(() -> asAdmin("POST", path + "/replay")))
                    .toList();
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).isIn(200, 409);
            }
        } finally {
            callers.shutdownNow();
        }
        Answer last = asAdmin("POST", path + "/replay");
        assertThat(last.status()).isEqualTo(200);
        return last.json().path("audit").asText();
    }

    private JsonNode awaitLetter(String source) {
        return Awaitility.await("the letter of " + source)
                .atMost(SystemUnderTest.PATIENCE)
                .until(
                        () -> {
                            for (JsonNode item : asAdmin("GET", "/dead-letters?limit=200")
                                    .json()
                                    .path("items")) {
                                JsonNode from = item.path("source");
                                String id = from.path("topic").asText() + ":"
                                        + from.path("partition").asText() + ":"
                                        + from.path("offset").asText();
                                if (id.equals(source)) {
                                    return item;
                                }
                            }
                            return null;
                        },
                        item -> item != null);
    }

    private Answer asAdmin(String method, String path) {
        return ask(method, path, "keeper", "audit-admin");
    }

    private Answer ask(String method, String path, String user, String role) {
        String token = system.identity().token(user, role, Duration.ofHours(1));
        return Answer.to(method, system.server().ports().apiUrl() + path, Map.of("Authorization", "Bearer " + token));
    }
}
