package com.footstone.audit.inserver;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.AuditedEvent;
import com.footstone.audit.model.EventId;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.Presence;
import com.footstone.audit.model.RiskScore;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.SqlEvent;
import com.footstone.audit.model.SqlEventBuilder;
import com.footstone.audit.model.Statement;
import com.footstone.audit.model.StatementKind;
import com.footstone.audit.model.Verdict;
import com.footstone.audit.sink.BatchRange;
import com.footstone.audit.sink.BatchRows;
import com.footstone.audit.sink.StoredBatch;

/**
 * An audited execution to be stored. Each change gives a new one.
 *
 * @param fingerprint of its statement
 * @param time when it ran
 * @param sql redacted text
 * @param error redacted error text
 * @param reported what its producer says of it
 * @param findings held against it
 * @param risk of its verdict
 * @param unchecked what of it was not checked
 */
record Occurrence(
        String fingerprint,
        Instant time,
        String sql,
        String error,
        UnaryOperator<SqlEventBuilder> reported,
        List<Finding> findings,
        int risk,
        List<String> unchecked) {

    static Occurrence of(String fingerprint, Instant time) {
        return new Occurrence(fingerprint, time, "select ?", "", UnaryOperator.identity(), List.of(), 0, List.of());
    }

    Occurrence at(Instant value) {
        return new Occurrence(fingerprint, value, sql, error, reported, findings, risk, unchecked);
    }

    Occurrence as(String value) {
        return new Occurrence(value, time, sql, error, reported, findings, risk, unchecked);
    }

    Occurrence texts(String newSql, String newError) {
        return new Occurrence(fingerprint, time, newSql, newError, reported, findings, risk, unchecked);
    }

    Occurrence with(UnaryOperator<SqlEventBuilder> more) {
        UnaryOperator<SqlEventBuilder> both = builder -> more.apply(reported.apply(builder));
        return new Occurrence(fingerprint, time, sql, error, both, findings, risk, unchecked);
    }

    /** Adds a finding; the risk is the verdict's, the finding's message and evidence say it again. */
    Occurrence found(String rule, Severity severity, int newRisk) {
        List<Finding> more = new ArrayList<>(findings);
        more.add(new Finding(rule, severity, 90, "of risk " + newRisk, Map.of("risk", String.valueOf(newRisk))));
        return new Occurrence(fingerprint, time, sql, error, reported, more, newRisk, unchecked);
    }

    Occurrence unchecked(String reason) {
        return new Occurrence(fingerprint, time, sql, error, reported, findings, risk, List.of(reason));
    }

    /** Gives the offsets of a range to as many occurrences, from its first on. */
    static List<AuditedEvent> fill(BatchRange range, List<Occurrence> occurrences) {
        List<AuditedEvent> events = new ArrayList<>();
        long offset = range.from();
        for (Occurrence one : occurrences) {
            events.add(one.stored(new EventId(range.topic(), range.partition(), offset++)));
        }
        return events;
    }

    /** The batch that a range with these occurrences is, received at one time. */
    static StoredBatch batch(BatchRange range, List<Occurrence> occurrences) {
        return BatchRows.of(range, Instant.parse("2026-11-20T12:00:00Z"), fill(range, occurrences))
                .batch();
    }

    private AuditedEvent stored(EventId id) {
        SqlEvent event =
                reported.apply(SqlEvent.builder("select 'secret'", time)).build();
        Statement statement = new Statement(
                fingerprint,
                "select ?",
                StatementKind.SELECT,
                List.of("orders", "stock"),
                List.of(),
                List.of(),
                Presence.ABSENT,
                Presence.ABSENT,
                List.of("not parsed: for a test"));
        AnalysedEvent analysed =
                new AnalysedEvent(id, event, statement, sql, error, OptionalLong.empty(), OptionalLong.empty());
        Severity worst = findings.stream().map(Finding::severity).reduce(Severity.SAFE, Severity::max);
        RiskScore score = risk == 0 ? RiskScore.NONE : RiskScore.of(List.of(new RiskScore.Part("severity", risk)));
        return new AuditedEvent(analysed, new Verdict(worst, score, 90, findings, unchecked));
    }
}
