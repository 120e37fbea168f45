package com.footstone.audit.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

import com.footstone.audit.model.EventId;
import com.footstone.audit.model.SqlEvent;
import com.footstone.audit.model.SqlType;

/** Asks ClickHouse for the events that were received last, to judge them by something else. */
@ApplicationScoped
public class JudgedEvents {

    /** So many are a question of milliseconds, and of some tens of megabytes if each is as long as events may be. */
    private static final int PAGE = 250;

    @Resource(lookup = "jdbc/clickhouse-queries")
    private DataSource dataSource;

    /**
     * The events that were received since a time, the newest first; those of a batch follow each other. They are read a page at
     * a time as they are taken.
     *
     * @param most after so many it may end
     */
    public Iterator<JudgedEvent> since(Instant from, int most) {
        StoreReader reader = new StoreReader(Store.CLICKHOUSE, dataSource, StoreReader.PATIENCE);
        Instant earliest = reader.first(
                        JudgedEventSql.earliest(from, most),
                        row -> Instant.ofEpochMilli(row.getLong("earliest_millis")))
                .filter(received -> received.isAfter(from))
                .orElse(from);
        return new JudgedPages(
                after -> reader.list(JudgedEventSql.page(earliest, after, PAGE), JudgedEvents::event), PAGE);
    }

    private static JudgedEvent event(ResultSet row) throws SQLException {
        return new JudgedEvent(
                new EventId(row.getString("topic"), row.getInt("partition"), row.getLong("offset")),
                Instant.ofEpochMilli(row.getLong("received_millis")),
                reported(row),
                row.getString("fingerprint"),
                Rows.texts(row, "tables_read"),
                Rows.texts(row, "tables_written"),
                VerdictRows.verdict(row));
    }

    private static SqlEvent reported(ResultSet row) throws SQLException {
        Instant at = Instant.EPOCH.plus(row.getLong("at_micros"), ChronoUnit.MICROS);
        String sql = row.getString("sql");
        return SqlEvent.builder(sql.isBlank() ? "?" : sql, at)
                .sqlType(SqlType.valueOf(row.getString("sql_type")))
                .statementId(text(row, "statement_id"))
                .datasource(text(row, "datasource"))
                .executionTimeMs(row.getLong("duration_ms"))
                .rowsAffected(row.getLong("rows_affected"))
                .rowsReturned(row.getLong("rows_returned"))
                .errorMessage(text(row, "error"))
                .sqlState(text(row, "sql_state"))
                .tenantId(text(row, "tenant_id"))
                .application(text(row, "application"))
                .instance(text(row, "instance"))
                .host(text(row, "host"))
                .dbSystem(text(row, "db_system"))
                .dbName(text(row, "db_name"))
                .dbUser(text(row, "db_user"))
                .endUser(text(row, "end_user"))
                .clientAddress(text(row, "client_address"))
                .sessionId(text(row, "session_id"))
                .traceId(text(row, "trace_id"))
                .spanId(text(row, "span_id"))
                .build();
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text.isEmpty() ? null : text;
    }
}
