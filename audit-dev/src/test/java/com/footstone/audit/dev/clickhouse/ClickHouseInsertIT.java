package com.footstone.audit.dev.clickhouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import com.footstone.audit.dev.Service;

import static org.assertj.core.api.Assertions.assertThat;

/** What the engine behind its HTTP front keeps, written through the unmodified JDBC driver. */
class ClickHouseInsertIT extends OnClickHouse {

    private static void insertBatch(Connection connection, String table, int rows) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + table + " (id, at, text) VALUES (?, ?, ?)")) {
            for (int i = 0; i < rows; i++) {
                insert.setLong(1, i);
                insert.setObject(2, LocalDateTime.of(2026, 1 + i % 12, 15, 10, 30));
                insert.setString(3, "it's \\ line\n" + i);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void createTable(String name) throws SQLException {
        execute("DROP TABLE IF EXISTS " + name + " SYNC");
        execute("CREATE TABLE " + name + " (id UInt64, at DateTime64(3, 'UTC'), text String) ENGINE = MergeTree"
                + " PARTITION BY toYYYYMM(at) ORDER BY id");
    }

    @Test
    void keepsBatchesSentAsTextOverManyMonths() throws SQLException {
        createTable("as_text");
        try (Connection connection = connect()) {
            insertBatch(connection, "as_text", 1_000);
        }
        assertThat(count("SELECT count() FROM as_text")).isEqualTo(1_000);
        assertThat(count("SELECT uniqExact(toYYYYMM(at)) FROM as_text")).isEqualTo(12);
        assertThat(count("SELECT count() FROM as_text WHERE text = 'it\\'s \\\\ line\\n7'"))
                .isEqualTo(1);
    }

    @Test
    void keepsBatchesSentAsBinary() throws SQLException {
        createTable("as_binary");
        try (Connection connection = connect(Map.of("beta.row_binary_for_simple_insert", "true"))) {
            insertBatch(connection, "as_binary", 20_000);
        }
        assertThat(count("SELECT count() FROM as_binary")).isEqualTo(20_000);
        assertThat(count("SELECT count() FROM as_binary WHERE text = 'it\\'s \\\\ line\\n7'"))
                .isEqualTo(1);
    }

    @Test
    void keepsBatchesSentCompressed() throws SQLException {
        createTable("compressed");
        try (Connection connection =
                connect(Map.of("beta.row_binary_for_simple_insert", "true", "decompress", "true"))) {
            insertBatch(connection, "compressed", 5_000);
        }
        assertThat(count("SELECT count() FROM compressed")).isEqualTo(5_000);
    }

    @Test
    void countsAnInsertWithTheSameTokenOnceInTableAndView() throws SQLException {
        execute(
                "DROP VIEW IF EXISTS to_month",
                "DROP TABLE IF EXISTS events SYNC",
                "DROP TABLE IF EXISTS per_month SYNC",
                "CREATE TABLE events (month Date, id UInt64) ENGINE = MergeTree PARTITION BY toYYYYMM(month) ORDER BY id"
                        + " SETTINGS non_replicated_deduplication_window = 1000",
                "CREATE TABLE per_month (month Date, n UInt64) ENGINE = SummingMergeTree ORDER BY month"
                        + " SETTINGS non_replicated_deduplication_window = 1000",
                "CREATE MATERIALIZED VIEW to_month TO per_month AS"
                        + " SELECT toStartOfMonth(month) AS month, count() AS n FROM events GROUP BY month");
        for (String token : List.of("a", "a", "b", "a")) {
            insertWithToken(token);
        }
        assertThat(count("SELECT count() FROM events")).isEqualTo(6);
        assertThat(count("SELECT sum(n) FROM per_month")).isEqualTo(6);
    }

    private static void insertWithToken(String token) throws SQLException {
        Map<String, String> options = Map.of(
                "clickhouse_setting_insert_deduplication_token", token, "beta.row_binary_for_simple_insert", "true");
        try (Connection connection = connect(options);
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO events (month, id) VALUES (?, ?)")) {
            for (int month = 1; month <= 3; month++) {
                insert.setObject(1, LocalDate.of(2026, month, 1));
                insert.setLong(2, month);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @Test
    void servesEightThreadsAtOnce() throws Exception {
        createTable("crowded");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Long>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(threads.submit(() -> {
                    try (Connection connection = connect()) {
                        for (int round = 0; round < 5; round++) {
                            insertBatch(connection, "crowded", 100);
                        }
                    }
                    return count("SELECT count() FROM crowded");
                }));
            }
            for (Future<Long> one : all) {
                assertThat(one.get()).isPositive();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(count("SELECT count() FROM crowded")).isEqualTo(8 * 5 * 100);
    }

    @Test
    void holdsWhatItAcknowledgedAfterAKillAndAfterAStop() throws SQLException {
        Assumptions.assumeTrue(services.isOwn(Service.CLICKHOUSE), "a real server is not killed");
        createTable("kept");
        try (Connection connection = connect()) {
            insertBatch(connection, "kept", 500);
        }
        services.kill(Service.CLICKHOUSE);
        services.start(Service.CLICKHOUSE);
        assertThat(count("SELECT count() FROM kept")).isEqualTo(500);
        services.stop(Service.CLICKHOUSE);
        services.start(Service.CLICKHOUSE);
        assertThat(count("SELECT count() FROM kept")).isEqualTo(500);
    }
}
