package com.footstone.audit.web.request;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.footstone.audit.model.EventId;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.StatementKind;
import com.footstone.audit.query.EventFilter;
import com.footstone.audit.query.EventPosition;
import com.footstone.audit.query.EventSummary;
import com.footstone.audit.query.Page;
import com.footstone.audit.query.TimeRange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class EventParametersTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void letsEverythingThroughWhenNothingIsGiven() {
        EventParameters parameters = new EventParameters();

        assertThat(parameters.filter())
                .usingRecursiveComparison()
                .isEqualTo(EventFilter.builder().build());
        assertThat(parameters.size()).isEqualTo(50);
        assertThat(parameters.after(Map.of())).isEmpty();
    }

    @Test
    void readsEveryCondition() {
        EventParameters parameters = new EventParameters();
        parameters.from = "2026-03-01T12:00:00Z";
        parameters.to = "2026-03-01T14:00:00+01:00";
        parameters.severity = "high";
        parameters.rule = "SlowQuery";
        parameters.fingerprint = "0123456789abcdef0123456789abcdef";
        parameters.application = "shop";
        parameters.tenant = "acme";
        parameters.user = "eve";
        parameters.table = "orders";
        parameters.kind = "DELETE";
        parameters.traceId = "0a";
        parameters.failed = "true";
        parameters.q = "  from   orders ";
        parameters.limit = "1000";

        assertThat(parameters.filter())
                .usingRecursiveComparison()
                .isEqualTo(EventFilter.builder()
                        .range(TimeRange.between(NOON, NOON.plus(Duration.ofHours(1))))
                        .severity(Severity.HIGH)
                        .rule("SlowQuery")
                        .fingerprint("0123456789abcdef0123456789abcdef")
                        .application("shop")
                        .tenant("acme")
                        .user("eve")
                        .table("orders")
                        .kind(StatementKind.DELETE)
                        .traceId("0a")
                        .failed(true)
                        .words(List.of("from", "orders"))
                        .build());
        assertThat(parameters.size()).isEqualTo(1000);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("from", p -> p.from = "yesterday"),
                fault("from", p -> p.from = "2026-03-01"),
                fault("from", p -> p.from = "2026-03-01T12:00:00 01:00"),
                fault("from", p -> p.from = "-999999999-01-01T00:00:00Z"),
                fault("to", p -> p.to = "+999999999-12-31T23:59:59Z"),
                fault("from", p -> {
                    p.from = "2026-03-01T12:00:00Z";
                    p.to = "2026-03-01T12:00:00Z";
                }),
                fault("severity", p -> p.severity = "4"),
                fault("rule", p -> p.rule = " "),
                fault("fingerprint", p -> p.fingerprint = "0123456789ABCDEF0123456789ABCDEF"),
                fault("application", p -> p.application = ""),
                fault("tenant", p -> p.tenant = ""),
                fault("user", p -> p.user = ""),
                fault("table", p -> p.table = ""),
                fault("kind", p -> p.kind = "TRUNCATE"),
                fault("traceId", p -> p.traceId = ""),
                fault("failed", p -> p.failed = "TRUE"),
                fault("q", p -> p.q = "\t"),
                fault("q", p -> p.q = "w ".repeat(17)),
                fault("limit", p -> p.limit = "0"),
                fault("limit", p -> p.limit = "1001"),
                fault("limit", p -> p.limit = "99999999999"),
                fault("limit", p -> p.limit = "ten"),
                fault("cursor", p -> p.cursor = "abc"),
                fault("cursor", p -> p.cursor = Cursor.of("no place", "audits{}")));
    }

    private static Arguments fault(String parameter, Consumer<EventParameters> change) {
        return arguments(parameter, change);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void namesTheParameterAtFault(String parameter, Consumer<EventParameters> change) {
        EventParameters parameters = new EventParameters();
        change.accept(parameters);

        assertThatThrownBy(() -> {
                    parameters.filter();
                    parameters.size();
                    parameters.after(Map.of());
                })
                .isInstanceOfSatisfying(InvalidParameterException.class, refusal -> assertThat(refusal.parameter())
                        .isEqualTo(parameter))
                .hasMessageStartingWith(parameter + " ");
    }

    @Test
    void goesOnAfterTheLastEventOfAPage() {
        Map<String, List<String>> given = Map.of("rule", List.of("SlowQuery"), "limit", List.of("2"));
        EventSummary event = event(new EventId("topic", 3, 42));
        String next = new EventParameters().next(new Page<>(List.of(event), true), given);
        EventParameters parameters = new EventParameters();
        parameters.cursor = next;

        assertThat(parameters.after(
                        Map.of("cursor", List.of(next), "rule", List.of("SlowQuery"), "limit", List.of("9"))))
                .contains(new EventPosition(NOON, event.id()));
        assertThatThrownBy(() -> parameters.after(Map.of("cursor", List.of(next))))
                .isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void hasNoCursorAfterTheLastPage() {
        assertThat(new EventParameters().next(new Page<>(List.of(), false), Map.of()))
                .isNull();
    }

    private static EventSummary event(EventId id) {
        return new EventSummary(
                id,
                NOON,
                new EventSummary.Origin("", "", "", "", "", "", ""),
                "SELECT",
                "0123456789abcdef0123456789abcdef",
                "select ?",
                false,
                List.of(),
                List.of(),
                new EventSummary.Outcome(Duration.ZERO, OptionalLong.empty(), OptionalLong.empty(), false, ""),
                new EventSummary.Judgement(Severity.SAFE, 0, 100, List.of(), true));
    }
}
