package com.footstone.audit.sink;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.footstone.audit.model.AuditedEvent;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.SqlEvent;
import com.footstone.audit.model.Statement;

/** Sums a batch up to one row for each statement and each finding, so that a hot statement costs one update a batch. */
final class BatchTally {

    private final Map<String, StatementRow> statements = new HashMap<>();
    private final Map<FindingKey, FindingRow> findings = new HashMap<>();

    static BatchTally of(List<AuditedEvent> events) {
        BatchTally tally = new BatchTally();
        events.forEach(tally::add);
        return tally;
    }

    Collection<StatementRow> statements() {
        return statements.values();
    }

    Collection<FindingRow> findings() {
        return findings.values();
    }

    private void add(AuditedEvent audited) {
        Statement statement = audited.analysed().statement();
        SqlEvent event = audited.analysed().event();
        statements
                .computeIfAbsent(statement.fingerprint(), f -> new StatementRow(statement))
                .seen
                .at(event.timestamp());
        for (Finding finding : audited.verdict().findings()) {
            FindingKey key = new FindingKey(
                    Objects.requireNonNullElse(event.tenantId(), ""),
                    Objects.requireNonNullElse(event.application(), ""),
                    finding.rule(),
                    statement.fingerprint());
            findings.computeIfAbsent(key, FindingRow::new).add(audited, finding);
        }
    }

    /** How often and between when. */
    static final class Seen {
        long count;
        Instant first = Instant.MAX;
        Instant last = Instant.MIN;

        void at(Instant time) {
            count++;
            first = time.isBefore(first) ? time : first;
            last = time.isAfter(last) ? time : last;
        }
    }

    /** One statement of the batch. */
    static final class StatementRow {
        final Statement statement;
        final Seen seen = new Seen();

        private StatementRow(Statement statement) {
            this.statement = statement;
        }
    }

    /** What findings are aggregated by. */
    record FindingKey(String tenant, String application, String rule, String fingerprint) {}

    /** One finding of the batch, with its worst example. */
    static final class FindingRow {
        final FindingKey key;
        final Seen seen = new Seen();
        Severity severity = Severity.SAFE;
        Finding worst;
        AuditedEvent example;

        private FindingRow(FindingKey key) {
            this.key = key;
        }

        private void add(AuditedEvent audited, Finding finding) {
            seen.at(audited.analysed().event().timestamp());
            severity = severity.max(finding.severity());
            if (example == null || risk(audited) > risk(example)) {
                worst = finding;
                example = audited;
            }
        }

        private static int risk(AuditedEvent audited) {
            return audited.verdict().risk().value();
        }
    }
}
