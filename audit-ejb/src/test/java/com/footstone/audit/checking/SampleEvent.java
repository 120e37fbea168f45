package com.footstone.audit.checking;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;

import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.EventId;
import com.footstone.audit.model.Presence;
import com.footstone.audit.model.SqlEvent;
import com.footstone.audit.model.SqlEventBuilder;
import com.footstone.audit.model.Statement;
import com.footstone.audit.model.StatementKind;
import com.footstone.audit.model.Trait;

/**
 * An analysed event of which a test names only what matters to it. Each method gives a changed copy.
 *
 * @param number tells events of one test apart: it is the offset in the topic
 */
public record SampleEvent(
        long number,
        UnaryOperator<SqlEventBuilder> reported,
        Instant time,
        StatementKind kind,
        Presence where,
        Presence rowLimit,
        String fingerprint,
        String redactedError,
        OptionalLong offset,
        List<String> gaps) {

    public static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    public static SampleEvent of(StatementKind kind) {
        return new SampleEvent(
                0,
                UnaryOperator.identity(),
                NOON,
                kind,
                Presence.PRESENT,
                Presence.PRESENT,
                "0123456789abcdef0123456789abcdef",
                "",
                OptionalLong.empty(),
                List.of());
    }

    public SampleEvent number(long value) {
        return new SampleEvent(value, reported, time, kind, where, rowLimit, fingerprint, redactedError, offset, gaps);
    }

    /** Adds to what the producer reports. */
    public SampleEvent with(UnaryOperator<SqlEventBuilder> more) {
        UnaryOperator<SqlEventBuilder> both = builder -> more.apply(reported.apply(builder));
        return new SampleEvent(number, both, time, kind, where, rowLimit, fingerprint, redactedError, offset, gaps);
    }

    public SampleEvent time(Instant value) {
        return new SampleEvent(
                number, reported, value, kind, where, rowLimit, fingerprint, redactedError, offset, gaps);
    }

    public SampleEvent where(Presence value) {
        return new SampleEvent(number, reported, time, kind, value, rowLimit, fingerprint, redactedError, offset, gaps);
    }

    public SampleEvent rowLimit(Presence value) {
        return new SampleEvent(number, reported, time, kind, where, value, fingerprint, redactedError, offset, gaps);
    }

    public SampleEvent fingerprint(String value) {
        return new SampleEvent(number, reported, time, kind, where, rowLimit, value, redactedError, offset, gaps);
    }

    public SampleEvent failed(String sqlState, String message) {
        return with(event -> event.sqlState(sqlState).errorMessage(message)).redactedError(message);
    }

    private SampleEvent redactedError(String value) {
        return new SampleEvent(number, reported, time, kind, where, rowLimit, fingerprint, value, offset, gaps);
    }

    public SampleEvent offset(long value) {
        return new SampleEvent(
                number,
                reported,
                time,
                kind,
                where,
                rowLimit,
                fingerprint,
                redactedError,
                OptionalLong.of(value),
                gaps);
    }

    public SampleEvent gaps(String... value) {
        return new SampleEvent(
                number, reported, time, kind, where, rowLimit, fingerprint, redactedError, offset, List.of(value));
    }

    public AnalysedEvent build() {
        SqlEvent event = reported.apply(SqlEvent.builder("secret text", time)).build();
        Statement statement = new Statement(
                fingerprint,
                "normalized",
                kind,
                List.of("t"),
                List.of(),
                List.of(),
                where,
                rowLimit,
                gaps,
                Set.of(Trait.ORDERED),
                List.of());
        EventId id = new EventId("sql-audit-events", 0, number);
        return new AnalysedEvent(id, event, statement, "redacted", redactedError, offset, OptionalLong.empty());
    }
}
