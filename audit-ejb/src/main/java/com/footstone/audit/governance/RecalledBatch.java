package com.footstone.audit.governance;

import java.time.Instant;
import java.util.List;

import com.footstone.audit.analysis.Analyser;
import com.footstone.audit.checking.RuleFailure;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.AuditedEvent;
import com.footstone.audit.model.Statement;
import com.footstone.audit.model.Verdict;
import com.footstone.audit.query.JudgedEvent;

/**
 * Events that were judged together, as far as they can be had again: their redacted texts are read anew, and what is
 * stored of the statement takes precedence over what is found now.
 *
 * @param receivedAt when the batch was claimed
 */
record RecalledBatch(Instant receivedAt, List<AuditedEvent> events) {

    RecalledBatch {
        events = List.copyOf(events);
    }

    /** @param events at least one; all of one batch */
    static RecalledBatch of(List<JudgedEvent> events, Analyser analyser) {
        return new RecalledBatch(
                events.get(0).receivedAt(),
                events.stream().map(event -> recalled(event, analyser)).toList());
    }

    private static AuditedEvent recalled(JudgedEvent event, Analyser analyser) {
        AnalysedEvent read = analyser.analyse(event.id(), event.event());
        Statement found = read.statement();
        Statement stored = new Statement(
                event.fingerprint(),
                found.normalizedSql(),
                found.kind(),
                event.tablesRead(),
                event.tablesWritten(),
                found.columns(),
                found.where(),
                found.rowLimit(),
                gaps(event.verdict()),
                found.traits(),
                found.functions());
        AnalysedEvent analysed = new AnalysedEvent(
                event.id(),
                event.event(),
                stored,
                read.redactedSql(),
                read.redactedError(),
                read.offset(),
                read.limit(),
                read.text());
        return new AuditedEvent(analysed, event.verdict());
    }

    /** A rule that could not look leaves the statement as well understood as it was. */
    private static List<String> gaps(Verdict verdict) {
        return verdict.unchecked().stream()
                .filter(unchecked -> !RuleFailure.isToldBy(unchecked))
                .toList();
    }
}
