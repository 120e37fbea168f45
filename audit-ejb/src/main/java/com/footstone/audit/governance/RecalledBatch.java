package com.footstone.audit.governance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.footstone.audit.analysis.Analyser;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.AuditedEvent;
import com.footstone.audit.model.Statement;
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

    /** The batches that events belong to, which follow each other by batch. */
    static List<RecalledBatch> of(List<JudgedEvent> events, Analyser analyser) {
        List<RecalledBatch> batches = new ArrayList<>();
        int begin = 0;
        for (int end = 1; end <= events.size(); end++) {
            if (end == events.size() || !together(events.get(begin), events.get(end))) {
                List<AuditedEvent> batch = events.subList(begin, end).stream()
                        .map(event -> recalled(event, analyser))
                        .toList();
                batches.add(new RecalledBatch(events.get(begin).receivedAt(), batch));
                begin = end;
            }
        }
        return batches;
    }

    private static boolean together(JudgedEvent one, JudgedEvent other) {
        return one.receivedAt().equals(other.receivedAt())
                && one.id().topic().equals(other.id().topic())
                && one.id().partition() == other.id().partition();
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
                event.verdict().unchecked(),
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
}
