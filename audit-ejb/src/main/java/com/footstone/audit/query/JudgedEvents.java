package com.footstone.audit.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

import com.footstone.audit.model.EventId;
import com.footstone.audit.model.SqlEvent;
import com.footstone.audit.model.SqlType;

/** Asks ClickHouse for the events that were received last, to judge them by something else. */
@ApplicationScoped
public class JudgedEvents {

    private static final String MOMENT = "fromUnixTimestamp64Milli(toInt64(?), 'UTC')";

    /** Which batches are the newest takes one narrow column of the range; the rest is read of those alone. */
    private static final String NEWEST = """
            received_at >= (SELECT min(received) FROM
                (SELECT received_at AS received FROM events WHERE received_at >= %s ORDER BY received DESC LIMIT ?))""".formatted(MOMENT);

    private static final String EVENTS = """
            SELECT topic, partition, offset, toUnixTimestamp64Micro(timestamp) AS at_micros,
                toUnixTimestamp64Milli(received_at) AS received_millis,
                tenant_id, application, instance, host, db_system, db_name, db_user, end_user, client_address, session_id,
                trace_id, span_id, datasource, statement_id, sql_type, fingerprint, sql, tables_read, tables_written,
                duration_ms, rows_affected, rows_returned, sql_state, error,
                %s
            FROM events""".formatted(VerdictRows.COLUMNS);

    @Resource(lookup = "jdbc/clickhouse-queries")
    private DataSource dataSource;

    /**
     * The events that were received since a time, the newest if there are too many; those of a batch follow each other.
     *
     * @param most most events to return
     */
    public List<JudgedEvent> since(Instant from, int most) {
        BoundSql sql = new Conditions()
                .add("received_at >= " + MOMENT, from.toEpochMilli())
                .add(NEWEST, from.toEpochMilli(), most)
                .statement(EVENTS, "ORDER BY received_at DESC, topic, partition, offset LIMIT ?", most);
        return new StoreReader(Store.CLICKHOUSE, dataSource, StoreReader.PATIENCE).list(sql, JudgedEvents::event);
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
