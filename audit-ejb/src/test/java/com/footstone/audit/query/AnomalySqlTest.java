package com.footstone.audit.query;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import com.footstone.audit.model.Severity;

import static org.assertj.core.api.Assertions.assertThat;

class AnomalySqlTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void asksForTheLastSeenOfAllWithoutConditions() {
        AnomalyFilter all = new AnomalyFilter(
                TimeRange.ALWAYS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        BoundSql sql = AnomalySql.list(all, Optional.empty(), 51);

        assertThat(sql.text()).doesNotContain("where").endsWith("order by window_to desc, id desc\nlimit ?");
        assertThat(sql.values()).containsExactly(51);
    }

    @Test
    void turnsEachConditionIntoTextAndValues() {
        AnomalyFilter filter = new AnomalyFilter(
                TimeRange.between(NOON, NOON.plusSeconds(60)),
                Optional.of(Severity.CRITICAL),
                Optional.of("ErrorRate"),
                Optional.of("ab"),
                Optional.of("it's"),
                Optional.of("clerk"),
                Optional.of("acme"));

        BoundSql sql = AnomalySql.list(filter, Optional.of(new SeenPosition(NOON, 7)), 10);

        assertThat(sql.text())
                .contains("window_to >= ?", "window_to < ?", "(window_to, id) < (?, ?)", "severity >= ?")
                .contains("(end_user = ? or db_user = ?)", "detector = ?", "fingerprint = ?", "application = ?")
                .contains("tenant_id = ?")
                .doesNotContain("it's");
        assertThat(sql.values())
                .containsExactly(
                        NOON.atOffset(ZoneOffset.UTC),
                        NOON.plusSeconds(60).atOffset(ZoneOffset.UTC),
                        NOON.atOffset(ZoneOffset.UTC),
                        7L,
                        4,
                        "clerk",
                        "clerk",
                        "ErrorRate",
                        "ab",
                        "it's",
                        "acme",
                        10);
    }
}
