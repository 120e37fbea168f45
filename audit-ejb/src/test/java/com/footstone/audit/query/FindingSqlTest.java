package com.footstone.audit.query;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import com.footstone.audit.model.Severity;

import static org.assertj.core.api.Assertions.assertThat;

class FindingSqlTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void asksForTheLastSeenOfAllWithoutConditions() {
        FindingFilter all = new FindingFilter(
                TimeRange.ALWAYS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        BoundSql sql = FindingSql.list(all, Optional.empty(), 51);

        assertThat(sql.text())
                .doesNotContain("where")
                .endsWith("order by finding.last_seen desc, finding.id desc\nlimit ?");
        assertThat(sql.values()).containsExactly(51);
    }

    @Test
    void turnsEachConditionIntoTextAndValues() {
        FindingFilter filter = new FindingFilter(
                TimeRange.between(NOON, NOON.plusSeconds(60)),
                Optional.of(Severity.CRITICAL),
                Optional.of("SlowQuery"),
                Optional.of("ab"),
                Optional.of("it's"),
                Optional.of("acme"));

        BoundSql sql = FindingSql.list(filter, Optional.of(new SeenPosition(NOON, 7)), 10);

        assertThat(sql.text())
                .contains("finding.last_seen >= ?", "finding.last_seen < ?")
                .contains("(finding.last_seen, finding.id) < (?, ?)")
                .contains("severity >= ?", "rule = ?", "fingerprint = ?", "application = ?", "tenant_id = ?")
                .doesNotContain("it's");
        assertThat(sql.values())
                .containsExactly(
                        NOON.atOffset(ZoneOffset.UTC),
                        NOON.plusSeconds(60).atOffset(ZoneOffset.UTC),
                        NOON.atOffset(ZoneOffset.UTC),
                        7L,
                        4,
                        "SlowQuery",
                        "ab",
                        "it's",
                        "acme",
                        10);
    }
}
