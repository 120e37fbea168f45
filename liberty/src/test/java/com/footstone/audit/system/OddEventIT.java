package com.footstone.audit.system;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Events that are strange but true are stored, without their secrets, and say so when they could not be understood. */
@ExtendWith(RunningSystem.class)
class OddEventIT {

    private static final int PARTITION = 2;

    private final String application = "odd-" + UUID.randomUUID();
    private final String canary = "canary-" + UUID.randomUUID();
    private SystemUnderTest system;

    @BeforeEach
    void take(SystemUnderTest running) {
        system = running;
    }

    @Test
    void unknownFieldsAreAcceptedAndCounted() {
        double before = system.metrics().sum("audit_unknown_fields_total");
        ObjectNode event = event("select 1").put("colour", canary);
        event.putObject("shape").put("corners", 3);

        assertThat(stored(event).at("/verdict/complete").asBoolean()).isTrue();
        Awaitility.await().untilAsserted(() -> assertThat(system.metrics().sum("audit_unknown_fields_total"))
                .isEqualTo(before + 2));
    }

    @Test
    void unknownNamesOfTypesAreReadAsUnknown() {
        JsonNode audit = stored(event("select 1").put("sqlType", "TELEPORT").put("executionLayer", "WARP"));

        assertThat(audit.at("/producer/sqlType").asText()).isEqualTo("UNKNOWN");
        assertThat(audit.at("/place/executionLayer").asText()).isEqualTo("UNKNOWN");
        assertThat(audit.at("/statement/kind").asText()).isEqualTo("SELECT");
    }

    @Test
    void aStatementOfTenMegabytesIsStoredRedactedAndCut() {
        JsonNode audit = stored(event("select '" + canary + "', '" + "x".repeat(10 << 20) + "', " + canary.hashCode()));

        assertThat(audit.at("/statement/kind").asText()).isEqualTo("SELECT");
        assertThat(audit.at("/statement/fingerprint").asText()).hasSize(32);
        assertThat(audit.at("/statement/sql").asText()).hasSizeLessThan(100_000);
    }

    @Test
    void tenMegabytesOfNamesAreCutAndMarkedIncomplete() {
        JsonNode audit = stored(event("select a" + ", a".repeat(3_500_000) + " from t where a = '" + canary + "'"));

        assertThat(audit.at("/statement/sql").asText())
                .startsWith("select a, a")
                .hasSizeLessThan(100_000);
        assertThat(audit.at("/verdict/complete").asBoolean()).isFalse();
        assertThat(audit.path("unchecked")).isNotEmpty();
    }

    @Test
    void nulAndHalvesOfSurrogatesAreReplaced() {
        // Jackson would refuse to write them, so the escapes are written by hand.
        String json = event("SQL")
                .put("host", "HOST")
                .toString()
                .replace("SQL", "select '" + canary + "\\u0000\\ud800' from a\\u0000b")
                .replace("HOST", "h\\u0000\\udc00\\ud800t");
        JsonNode audit = stored(json.getBytes(StandardCharsets.UTF_8));

        assertThat(audit.at("/place/host").asText()).isEqualTo("h\uFFFD\uFFFD\uFFFDt");
        assertThat(audit.at("/statement/sql").asText()).doesNotContain("\0");
    }

    @Test
    void parenthesesNestedTenThousandDeepAreStoredAndMarkedIncomplete() {
        JsonNode audit = stored(event("select " + "(".repeat(10_000) + "'" + canary + "'" + ")".repeat(10_000)));

        assertIncomplete(audit);
        assertThat(audit.at("/statement/kind").asText()).isEqualTo("SELECT");
    }

    @Test
    void whatIsNoSqlIsStoredAndMarkedIncomplete() {
        assertIncomplete(stored(event("selec * form t wher secret = '" + canary + "'")));
        assertIncomplete(stored(event("update t set a = 'never closed " + canary)));
    }

    @Test
    void aTimeOfAMonthAgoIsKeptWhereItBelongs() {
        Instant then = Instant.now().minus(Duration.ofDays(30)).truncatedTo(ChronoUnit.MILLIS);

        assertThat(stored(event("select 1").put("timestamp", then.toString()))
                        .path("timestamp")
                        .asText())
                .isEqualTo(then.toString());
    }

    @Test
    void numbersAtTheirLimitsAreKept() {
        JsonNode audit = stored(event("update t set a = 1 where b = 2")
                .put("executionTimeMs", Integer.MAX_VALUE)
                .put("rowsAffected", Long.MAX_VALUE));

        assertThat(audit.at("/outcome/rowsAffected").asLong()).isEqualTo(Long.MAX_VALUE);
        assertThat(audit.at("/verdict/rules")).isNotEmpty();
    }

    @Test
    void valuesOfEveryFormAreHidden() {
        ObjectNode event = event("select $$" + canary + "$$, E'\\'" + canary + "', 0x" + "CAFEBABE, N'" + canary
                        + "' /* " + canary + " */ from t where a = '" + canary + "' -- " + canary)
                .put("errorMessage", "ERROR: duplicate key, Key (mail)=(" + canary + ") already exists")
                .put("sqlState", "23505");
        event.putObject("params").put("1", canary);
        JsonNode audit = stored(event);

        assertThat(audit.at("/statement/sql").asText()).doesNotContain("CAFEBABE");
        assertThat(audit.path("error").asText()).isNotEmpty();
    }

    private void assertIncomplete(JsonNode audit) {
        assertThat(audit.at("/verdict/complete").asBoolean()).isFalse();
        assertThat(audit.path("unchecked")).isNotEmpty();
        assertThat(audit.at("/statement/fingerprint").asText()).hasSize(32);
        assertThat(audit.at("/statement/sql").asText()).isNotEmpty();
    }

    private ObjectNode event(String sql) {
        return Events.of(application, sql);
    }

    private JsonNode stored(ObjectNode event) {
        return stored(Events.bytes(event));
    }

    /** The event as the API tells it, having looked for the canary wherever it could have gone. */
    private JsonNode stored(byte[] event) {
        String id = system.topic().send(PARTITION, event);
        String next = system.topic().send(PARTITION, Events.bytes(Events.of("after-" + application, "select 1")));
        Awaitility.await(next)
                .atMost(SystemUnderTest.PATIENCE)
                .until(() -> system.api().ask("/audits/" + next).statusCode() == 200);
        JsonNode audit = system.api().get("/audits/" + id);
        assertThat(audit.toString()).doesNotContain(canary);
        assertThat(system.stores().texts(application)).isNotEmpty().noneMatch(text -> text.contains(canary));
        assertThat(system.server().log()).content().doesNotContain(canary);
        return audit;
    }
}
