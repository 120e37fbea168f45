package com.footstone.audit.sink;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.AuditedEvent;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.GuardReport;
import com.footstone.audit.model.SqlEvent;
import com.footstone.audit.model.Statement;
import com.footstone.audit.model.Verdict;

/** How an event lies in the columns of the table {@code events}. The driver's binary form needs them in table order. */
final class EventColumns {

    private static final List<String> NAMES = List.of(
            "topic",
            "partition",
            "offset",
            "timestamp",
            "received_at",
            "tenant_id",
            "application",
            "instance",
            "host",
            "db_system",
            "db_name",
            "db_user",
            "end_user",
            "client_address",
            "session_id",
            "trace_id",
            "span_id",
            "event_id",
            "producer_id",
            "producer_seq",
            "producer_dropped",
            "datasource",
            "execution_layer",
            "statement_id",
            "sql_type",
            "kind",
            "fingerprint",
            "sql",
            "tables_read",
            "tables_written",
            "duration_ms",
            "rows_affected",
            "rows_returned",
            "failed",
            "sql_state",
            "error",
            "guard",
            "severity",
            "risk",
            "risk_parts",
            "confidence",
            "rules",
            "findings",
            "unchecked");

    private static final String COLUMNS = String.join(", ", NAMES);
    private static final String MARKS = "?" + ", ?".repeat(NAMES.size() - 1);

    private final PreparedStatement insert;
    private int index;

    private EventColumns(PreparedStatement insert) {
        this.insert = insert;
    }

    /** The insert of a batch. A token holds letters, digits, dots, underscores, hyphens and colons: nothing to quote. */
    static String insert(String token) {
        return "INSERT INTO events (" + COLUMNS + ") SETTINGS insert_deduplication_token = '" + token
                + "', deduplicate_blocks_in_dependent_materialized_views = 1, async_insert = 0,"
                + " max_partitions_per_insert_block = 0 VALUES (" + MARKS + ")";
    }

    static void bind(PreparedStatement insert, AuditedEvent audited, Instant receivedAt) throws SQLException {
        EventColumns row = new EventColumns(insert);
        row.place(audited.analysed(), receivedAt);
        row.origin(audited.analysed().event());
        row.statement(audited.analysed());
        row.outcome(audited.analysed());
        row.verdict(audited.verdict());
    }

    private void place(AnalysedEvent analysed, Instant receivedAt) throws SQLException {
        text(analysed.id().topic());
        insert.setInt(++index, analysed.id().partition());
        number(analysed.id().offset());
        time(analysed.event().timestamp());
        time(receivedAt);
    }

    private void origin(SqlEvent event) throws SQLException {
        text(event.tenantId());
        text(event.application());
        text(event.instance());
        text(event.host());
        text(event.dbSystem());
        text(event.dbName());
        text(event.dbUser());
        text(event.endUser());
        text(event.clientAddress());
        text(event.sessionId());
        text(event.traceId());
        text(event.spanId());
        text(event.eventId());
        text(event.producerId());
        number(event.producerSeq());
        number(event.producerDropped());
        text(event.datasource());
        text(event.executionLayer().name());
        text(event.statementId());
    }

    private void statement(AnalysedEvent analysed) throws SQLException {
        Statement statement = analysed.statement();
        text(analysed.event().sqlType().name());
        text(statement.kind().name());
        text(statement.fingerprint());
        text(analysed.redactedSql());
        texts(statement.tablesRead());
        texts(statement.tablesWritten());
    }

    private void outcome(AnalysedEvent analysed) throws SQLException {
        SqlEvent event = analysed.event();
        number(event.executionTimeMs());
        number(event.rowsAffected());
        number(event.rowsReturned());
        insert.setBoolean(++index, event.failed());
        text(event.sqlState());
        text(analysed.redactedError());
        text(guard(event.violations()));
    }

    private void verdict(Verdict verdict) throws SQLException {
        insert.setByte(++index, (byte) verdict.severity().rank());
        insert.setShort(++index, (short) verdict.risk().value());
        text(VerdictJson.riskParts(verdict.risk()));
        insert.setShort(++index, (short) verdict.confidence());
        texts(verdict.findings().stream().map(Finding::rule).toList());
        text(VerdictJson.findings(verdict));
        texts(verdict.unchecked());
    }

    private static String guard(GuardReport report) {
        if (report == null) {
            return "";
        }
        return report.passed() ? "passed" : "stopped";
    }

    private void text(String value) throws SQLException {
        insert.setString(++index, Objects.requireNonNullElse(value, ""));
    }

    private void number(long value) throws SQLException {
        insert.setLong(++index, value);
    }

    private void time(Instant value) throws SQLException {
        insert.setObject(++index, value.atZone(ZoneOffset.UTC));
    }

    private void texts(List<String> values) throws SQLException {
        insert.setArray(++index, insert.getConnection().createArrayOf("String", values.toArray(String[]::new)));
    }
}
