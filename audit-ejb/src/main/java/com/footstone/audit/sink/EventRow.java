package com.footstone.audit.sink;

import java.time.Instant;

import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.AuditedEvent;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.GuardReport;
import com.footstone.audit.model.SqlEvent;
import com.footstone.audit.model.Statement;
import com.footstone.audit.model.Verdict;
import com.footstone.audit.model.evidence.RowFormat;
import com.footstone.audit.model.evidence.RowWriter;

/**
 * How an event lies in the columns of the table {@code events}, in the order of {@link RowFormat#COLUMNS}. The one place
 * that says so.
 */
final class EventRow {

    private final RowWriter row;

    private EventRow(RowWriter row) {
        this.row = row;
    }

    static void write(AuditedEvent audited, Instant receivedAt, RowWriter row) {
        EventRow event = new EventRow(row);
        event.place(audited.analysed(), receivedAt);
        event.origin(audited.analysed().event());
        event.statement(audited.analysed());
        event.outcome(audited.analysed());
        event.verdict(audited.verdict());
    }

    private void place(AnalysedEvent analysed, Instant receivedAt) {
        row.text(analysed.id().topic());
        row.int32(analysed.id().partition());
        row.int64(analysed.id().offset());
        row.micros(analysed.event().timestamp());
        row.millis(receivedAt);
    }

    private void origin(SqlEvent event) {
        row.text(event.tenantId());
        row.text(event.application());
        row.text(event.instance());
        row.text(event.host());
        row.text(event.dbSystem());
        row.text(event.dbName());
        row.text(event.dbUser());
        row.text(event.endUser());
        row.text(event.clientAddress());
        row.text(event.sessionId());
        row.text(event.traceId());
        row.text(event.spanId());
        row.text(event.eventId());
        row.text(event.producerId());
        row.int64(event.producerSeq());
        row.int64(event.producerDropped());
        row.text(event.datasource());
        row.text(event.executionLayer().name());
        row.text(event.statementId());
    }

    private void statement(AnalysedEvent analysed) {
        Statement statement = analysed.statement();
        row.text(analysed.event().sqlType().name());
        row.text(statement.kind().name());
        row.text(statement.fingerprint());
        row.text(analysed.redactedSql());
        row.texts(statement.tablesRead());
        row.texts(statement.tablesWritten());
    }

    private void outcome(AnalysedEvent analysed) {
        SqlEvent event = analysed.event();
        row.int64(event.executionTimeMs());
        row.int64(event.rowsAffected());
        row.int64(event.rowsReturned());
        row.flag(event.failed());
        row.text(event.sqlState());
        row.text(analysed.redactedError());
        row.text(guard(event.violations()));
    }

    private void verdict(Verdict verdict) {
        row.int8(verdict.severity().rank());
        row.uint8(verdict.risk().value());
        row.text(VerdictJson.riskParts(verdict.risk()));
        row.uint8(verdict.confidence());
        row.texts(verdict.findings().stream().map(Finding::rule).toList());
        row.text(VerdictJson.findings(verdict));
        row.texts(verdict.unchecked());
        row.int64(verdict.policy());
        row.text(VerdictJson.exempted(verdict));
    }

    private static String guard(GuardReport report) {
        if (report == null) {
            return "";
        }
        return report.passed() ? "passed" : "stopped";
    }
}
