package com.footstone.audit.bench.naive;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The events in ClickHouse, collected until there are enough for one insert. */
@Component
class EventTable {

    private static final int BATCH = 1_000;
    private static final String TABLE = """
            create table if not exists events (
                sql_id String, sql String, sql_type String, execution_layer String, statement_id String,
                datasource String, execution_time_ms Int64, rows_affected Int64, rows_returned Int64,
                error_message String, executed_at DateTime64(3), application String, instance String, db_user String,
                trace_id String, violations String)
            engine = MergeTree partition by toYYYYMM(executed_at) order by (executed_at, sql_id)
            """;
    private static final String INSERT = "insert into events values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final List<Row> waiting = new ArrayList<>();
    private final String url;
    private final Properties user = new Properties();

    EventTable(
            @Value("${clickhouse.url}") String url,
            @Value("${clickhouse.user}") String name,
            @Value("${clickhouse.password}") String password)
            throws SQLException {
        this.url = url;
        user.setProperty("user", name);
        user.setProperty("password", password);
        try (Connection connection = DriverManager.getConnection(url, user);
                Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
    }

    private record Row(SqlAuditEvent event, String violations) {}

    synchronized void add(SqlAuditEvent event, String violations) throws SQLException {
        waiting.add(new Row(event, violations));
        if (waiting.size() >= BATCH) {
            insert();
            waiting.clear();
        }
    }

    private void insert() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user);
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Row row : waiting) {
                bind(insert, row.event(), row.violations());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void bind(PreparedStatement insert, SqlAuditEvent event, String violations) throws SQLException {
        insert.setString(1, text(event.sqlId()));
        insert.setString(2, text(event.sql()));
        insert.setString(3, text(event.sqlType()));
        insert.setString(4, text(event.executionLayer()));
        insert.setString(5, text(event.statementId()));
        insert.setString(6, text(event.datasource()));
        insert.setLong(7, event.executionTimeMs());
        insert.setLong(8, event.rowsAffected());
        insert.setLong(9, event.rowsReturned());
        insert.setString(10, text(event.errorMessage()));
        insert.setTimestamp(11, Timestamp.from(Instant.parse(event.timestamp())));
        insert.setString(12, text(event.application()));
        insert.setString(13, text(event.instance()));
        insert.setString(14, text(event.dbUser()));
        insert.setString(15, text(event.traceId()));
        insert.setString(16, violations);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
