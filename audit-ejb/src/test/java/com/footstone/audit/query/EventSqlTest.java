package com.footstone.audit.query;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.footstone.audit.model.EventId;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.StatementKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class EventSqlTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final long NOON_MICROS = NOON.getEpochSecond() * 1_000_000;

    private static BoundSql list(UnaryOperator<EventFilterBuilder> conditions) {
        return EventSql.list(conditions.apply(EventFilter.builder()).build(), Optional.empty(), 51);
    }

    @Test
    void asksForTheNewestOfAllWithoutConditions() {
        BoundSql sql = list(filter -> filter);

        assertThat(sql.text())
                .doesNotContain("WHERE")
                .endsWith("ORDER BY timestamp DESC, topic DESC, partition DESC, offset DESC\nLIMIT ?");
        assertThat(sql.values()).containsExactly(51);
    }

    static Stream<Arguments> conditions() {
        return Stream.of(
                condition(f -> f.severity(Severity.HIGH), "severity >= ?", 3),
                condition(f -> f.rule("SlowQuery"), "has(rules, ?)", "SlowQuery"),
                condition(f -> f.fingerprint("ab"), "fingerprint = ?", "ab"),
                condition(f -> f.application("shop"), "application = ?", "shop"),
                condition(f -> f.tenant("acme"), "tenant_id = ?", "acme"),
                condition(f -> f.user("eve"), "(end_user = ? OR db_user = ?)", "eve", "eve"),
                condition(f -> f.kind(StatementKind.DELETE), "kind = ?", "DELETE"),
                condition(f -> f.traceId("0a"), "trace_id = ?", "0a"),
                condition(f -> f.failed(true), "failed = ?", true),
                condition(f -> f.table("Orders"), "arrayConcat(tables_read, tables_written)", "Orders", "Orders"),
                condition(
                        f -> f.words(List.of("from", "x")),
                        "positionCaseInsensitiveUTF8(sql, ?) > 0\n  AND positionCaseInsensitiveUTF8(sql, ?) > 0",
                        "from",
                        "x"),
                condition(
                        f -> f.range(TimeRange.between(NOON, NOON.plusSeconds(1))),
                        "timestamp >= fromUnixTimestamp64Micro(toInt64(?), 'UTC')\n"
                                + "  AND timestamp < fromUnixTimestamp64Micro(toInt64(?), 'UTC')",
                        NOON_MICROS,
                        NOON_MICROS + 1_000_000));
    }

    private static Arguments condition(UnaryOperator<EventFilterBuilder> filter, String text, Object... values) {
        return arguments(filter, text, List.of(values));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void turnsEachConditionIntoTextAndValues(
            UnaryOperator<EventFilterBuilder> filter, String text, List<Object> values) {
        BoundSql sql = list(filter);

        assertThat(sql.text()).contains("WHERE").contains(text);
        assertThat(sql.values()).startsWith(values.toArray()).hasSize(values.size() + 1);
    }

    @Test
    void hasOneValueForEachQuestionMark() {
        EventFilter filter = EventFilter.builder()
                .range(TimeRange.between(NOON, NOON.plusSeconds(1)))
                .severity(Severity.LOW)
                .rule("r")
                .fingerprint("f")
                .application("a")
                .tenant("t")
                .user("u")
                .table("tab")
                .kind(StatementKind.SELECT)
                .traceId("tr")
                .failed(false)
                .words(List.of("one", "two"))
                .build();
        EventPosition after = new EventPosition(NOON, new EventId("topic", 1, 2));

        BoundSql sql = EventSql.list(filter, Optional.of(after), 10);

        assertThat(sql.text().chars().filter(c -> c == '?').count())
                .isEqualTo(sql.values().size());
    }

    @Test
    void keepsHostileValuesOutOfTheText() {
        String hostile = "x' OR 1=1 -- \\";

        BoundSql sql = list(filter ->
                filter.application(hostile).table(hostile).user(hostile).words(List.of(hostile)));

        assertThat(sql.text()).doesNotContain("1=1");
        assertThat(sql.toString()).doesNotContain("1=1");
    }

    @Test
    void goesOnAfterAPositionInAWayThatTheOrderKeyUnderstands() {
        EventPosition after = new EventPosition(NOON, new EventId("topic", 1, 2));

        BoundSql sql = EventSql.list(EventFilter.builder().build(), Optional.of(after), 10);

        assertThat(sql.text())
                .contains("timestamp <= fromUnixTimestamp64Micro(toInt64(?), 'UTC')")
                .contains("(timestamp, topic, partition, offset) <");
        assertThat(sql.values()).containsExactly(NOON_MICROS, NOON_MICROS, "topic", 1, 2L, 10);
    }

    @Test
    void findsOneEventByItsPlaceInKafka() {
        BoundSql sql = EventSql.one(new EventId("topic", 3, 77));

        assertThat(sql.text()).endsWith("WHERE topic = ?\n  AND partition = ?\n  AND offset = ?\nLIMIT 1");
        assertThat(sql.values()).containsExactly("topic", 3, 77L);
    }

    @Test
    void roundsMomentsUpToMicroseconds() {
        assertThat(EventSql.micros(NOON)).isEqualTo(NOON_MICROS);
        assertThat(EventSql.micros(NOON.plusNanos(1))).isEqualTo(NOON_MICROS + 1);
        assertThat(EventSql.micros(NOON.plusNanos(1000))).isEqualTo(NOON_MICROS + 1);
    }

    @Test
    void refusesTooManyWords() {
        EventFilterBuilder filter = EventFilter.builder().words(Collections.nCopies(17, "w"));

        assertThatThrownBy(filter::build).hasMessage("q has more than 16 words");
    }
}
