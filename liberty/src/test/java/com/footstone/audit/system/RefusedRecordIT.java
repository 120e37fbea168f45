package com.footstone.audit.system;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What is not an event goes to the dead-letter topic, unchanged and counted, and the stream goes on. */
@ExtendWith(RunningSystem.class)
class RefusedRecordIT {

    private static final String CANARY = "canary-" + UUID.randomUUID();
    private static final int PARTITION = 1;

    static Stream<Arguments> records() {
        return Stream.of(
                arguments("a tombstone", null, "EMPTY_VALUE"),
                arguments("no bytes", new byte[0], "EMPTY_VALUE"),
                arguments("white space", bytes(" \n\t"), "EMPTY_VALUE"),
                arguments("not JSON", bytes("select '" + CANARY + "'"), "NOT_JSON"),
                arguments("truncated JSON", truncated(), "NOT_JSON"),
                arguments("something after the object", bytes(event() + " " + CANARY), "NOT_JSON"),
                arguments("an array", bytes("[" + event() + "]"), "WRONG_TYPE"),
                arguments("a number for sql", bytes(event().put("sql", 42)), "WRONG_TYPE"),
                arguments("a text for a number", bytes(event().put("executionTimeMs", CANARY)), "WRONG_TYPE"),
                arguments("an object for a name", bytes(withObjectForName()), "WRONG_TYPE"),
                arguments("no sql", bytes((ObjectNode) event().without("sql")), "MISSING_FIELD"),
                arguments("blank sql", bytes(event().put("sql", " ")), "MISSING_FIELD"),
                arguments("no time", bytes((ObjectNode) event().without("timestamp")), "MISSING_FIELD"),
                arguments("a field twice", twice(), "DUPLICATE_FIELD"),
                arguments("a negative duration", bytes(event().put("executionTimeMs", -1)), "OUT_OF_RANGE"),
                arguments("fewer than unknown rows", bytes(event().put("rowsAffected", -2)), "OUT_OF_RANGE"),
                arguments("a time without a zone", at("2026-01-01T00:00:00"), "MALFORMED_TIMESTAMP"),
                arguments("a time of long ago", at("0001-01-01T00:00:00Z"), "OLDER_THAN_RETENTION"),
                arguments("a time past what is kept", at(now(Duration.ofDays(-91))), "OLDER_THAN_RETENTION"),
                arguments("a time to come", at(now(Duration.ofMinutes(10))), "FUTURE_TIMESTAMP"),
                arguments("a far future", at("9999-12-31T23:59:59Z"), "FUTURE_TIMESTAMP"),
                arguments(
                        "a name of 100,000 characters",
                        bytes(event().put("host", CANARY + "x".repeat(100_000))),
                        "TOO_LONG"),
                arguments("parameters nested 10,000 deep", nested(10_000), "TOO_DEEP"),
                arguments("bytes that are no UTF-8", notUtf8(), "NOT_UTF8"),
                arguments("UTF-16", event().toString().getBytes(StandardCharsets.UTF_16LE), "NOT_UTF8"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    void isKeptAsItCameCountedAndPassed(String name, byte[] value, String reason, SystemUnderTest system)
            throws Exception {
        String application = "after-" + UUID.randomUUID();
        double before = system.metrics().sum("audit_events_quarantined_total", "reason", reason);
        Instant sent = Instant.now();

        String refused = system.topic().send(PARTITION, value);
        String next = system.topic().send(PARTITION, Events.bytes(Events.of(application, "select 1")));

        Awaitility.await()
                .atMost(SystemUnderTest.PATIENCE)
                .until(() -> system.stores().events(application) == 1);
        assertThat(system.api().get("/audits/" + next).path("id").asText()).isEqualTo(next);
        assertThat(system.api().ask("/audits/" + refused).statusCode()).isEqualTo(404);
        try (DeadLetters letters = system.deadLetters()) {
            DeadLetters.Letter letter = Awaitility.await()
                    .atMost(SystemUnderTest.PATIENCE)
                    .until(() -> letters.find(refused), found -> found != null);
            assertThat(letter.value()).isEqualTo(value);
            assertThat(letter.headers()).containsEntry("audit.reason", reason);
            assertThat(letter.headers().get("audit.message")).isNotBlank().doesNotContain(CANARY);
            assertThat(Instant.ofEpochMilli(Long.parseLong(letter.headers().get("audit.source.timestamp"))))
                    .isBetween(sent.minusSeconds(1), Instant.now());
        }
        Awaitility.await().atMost(SystemUnderTest.PATIENCE).untilAsserted(() -> assertThat(
                        system.metrics().sum("audit_events_quarantined_total", "reason", reason))
                .isEqualTo(before + 1));
        assertThat(Files.readString(system.server().log())).doesNotContain(CANARY);
    }

    private static ObjectNode event() {
        return Events.of("refused", "select '" + CANARY + "'");
    }

    private static byte[] bytes(Object text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] at(String timestamp) {
        return bytes(event().put("timestamp", timestamp));
    }

    private static String now(Duration offset) {
        return Instant.now().plus(offset).toString();
    }

    private static byte[] truncated() {
        String whole = event().toString();
        return bytes(whole.substring(0, whole.length() - 2));
    }

    private static ObjectNode withObjectForName() {
        ObjectNode event = event();
        event.putObject("dbUser").put("name", CANARY);
        return event;
    }

    private static byte[] twice() {
        return bytes("{\"sql\":\"select 1\"," + event().toString().substring(1));
    }

    private static byte[] nested(int depth) {
        return bytes("{\"params\":{\"p\":" + "[".repeat(depth) + "]".repeat(depth) + "},"
                + event().toString().substring(1));
    }

    private static byte[] notUtf8() {
        byte[] bytes = bytes(event());
        bytes[bytes.length / 2] = (byte) 0xFF;
        return bytes;
    }
}
