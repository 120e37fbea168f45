package com.footstone.audit.dev.clickhouse;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.footstone.audit.dev.process.ServicePort;
import com.footstone.audit.dev.process.Supervised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The engine behind its HTTP front, seen through the unmodified JDBC driver. */
class ClickHouseIT {

    private static final int ACCESS_DENIED = 516;
    private static final int UNKNOWN_TABLE = 60;
    private static final int SYNTAX_ERROR = 62;

    @TempDir
    static Path folder;

    private static ClickHouseService service;
    private static Supervised supervised;

    @BeforeAll
    static void start() throws IOException {
        Path cache = Path.of(System.getProperty("user.home"), ".cache", "sql-audit");
        service = new ClickHouseService(folder, cache, ServicePort.of(0, "dev.clickhouse.port"), System.out::println);
        supervised = new Supervised(service, System.out::println);
        supervised.launch();
        supervised.awaitReady();
    }

    @AfterAll
    static void stop() {
        supervised.close();
    }

    private static Connection connect(Map<String, String> options) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", ClickHouseService.USER);
        properties.setProperty("password", service.password());
        properties.putAll(options);
        return DriverManager.getConnection(service.url(), properties);
    }

    private static Connection connect() throws SQLException {
        return connect(Map.of());
    }

    private static void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static long count(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

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
                insert.setObject(1, java.time.LocalDate.of(2026, month, 1));
                insert.setLong(2, month);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @Test
    void answersEachTypeAsTheDriverReadsIt() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT toUInt64(18446744073709551615) AS u, -5::Int32 AS i,"
                        + " toDecimal64('12.345', 3) AS d, 'ü€' AS s, NULL::Nullable(String) AS n,"
                        + " toDateTime64('2026-05-06 07:08:09.123', 3, 'UTC') AS t, [1, 2] AS a,"
                        + " map('k', 1) AS m, toLowCardinality('low') AS l, 1.5::Float64 AS f, true AS b")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString("u")).isEqualTo("18446744073709551615");
            assertThat(row.getInt("i")).isEqualTo(-5);
            assertThat(row.getBigDecimal("d")).isEqualByComparingTo("12.345");
            assertThat(row.getString("s")).isEqualTo("ü€");
            assertThat(row.getString("n")).isNull();
            assertThat(row.wasNull()).isTrue();
            assertThat(row.getObject("t", java.time.ZonedDateTime.class).toInstant())
                    .isEqualTo(Instant.parse("2026-05-06T07:08:09.123Z"));
            assertThat(row.getArray("a").getArray()).isNotNull();
            assertThat(row.getObject("m")).isInstanceOf(Map.class);
            assertThat(row.getString("l")).isEqualTo("low");
            assertThat(row.getDouble("f")).isEqualTo(1.5);
            assertThat(row.getBoolean("b")).isTrue();
            assertThat(row.next()).isFalse();
        }
    }

    @Test
    void describesColumnsOfAnEmptyResult() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT number AS n, 'x' AS t FROM numbers(10) WHERE 0")) {
            assertThat(rows.next()).isFalse();
            assertThat(rows.getMetaData().getColumnCount()).isEqualTo(2);
            assertThat(rows.getMetaData().getColumnName(2)).isEqualTo("t");
        }
    }

    @Test
    void streamsManyRowsWithOneHeader() throws SQLException {
        long sum = 0;
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT number, toString(number) FROM numbers(1000000)")) {
            while (rows.next()) {
                sum += rows.getLong(1);
            }
        }
        assertThat(sum).isEqualTo(499_999_500_000L);
    }

    @Test
    void bindsParametersOfPreparedStatements() throws SQLException {
        try (Connection connection = connect();
                PreparedStatement select =
                        connection.prepareStatement("SELECT number FROM numbers(100) WHERE number > ? AND ? != ''")) {
            select.setInt(1, 97);
            select.setString(2, "quote ' and \\");
            List<Long> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
            assertThat(found).containsExactly(98L, 99L);
        }
    }

    @Test
    void tellsErrorsByTheirCodes() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("SELECT * FROM nowhere"))
                    .isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getErrorCode())
                            .isEqualTo(UNKNOWN_TABLE));
            assertThatThrownBy(() -> statement.executeQuery("SELECT FROM WHERE"))
                    .isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getErrorCode())
                            .isEqualTo(SYNTAX_ERROR));
        }
    }

    @Test
    void breaksOffAnAnswerThatFailsAmidItsRows() throws SQLException {
        assertThatThrownBy(() ->
                        count("SELECT sum(n) FROM (SELECT throwIf(number = 3000000) + 1 AS n FROM numbers(4000000))"))
                .isInstanceOf(SQLException.class);
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> {
                        try (ResultSet rows = statement.executeQuery(
                                "SELECT number, throwIf(number = 3000000) FROM numbers(4000000) SETTINGS max_threads = 1")) {
                            while (rows.next()) {
                                assertThat(rows.getLong(1)).isLessThan(3_000_000);
                            }
                        }
                    })
                    .isInstanceOf(Exception.class);
        }
    }

    @Test
    void refusesAWrongPassword() {
        assertThatThrownBy(() -> {
                    try (Connection connection = connect(Map.of("password", "wrong"));
                            Statement statement = connection.createStatement()) {
                        statement.execute("SELECT 1");
                    }
                })
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(ACCESS_DENIED));
    }

    @Test
    void keepsSettingsOfARequestToItself() throws SQLException {
        try (Connection connection = connect(Map.of("clickhouse_setting_max_block_size", "123"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT getSetting('max_block_size')")) {
            rows.next();
            assertThat(rows.getLong(1)).isEqualTo(123);
        }
        for (int i = 0; i <= SessionPool.SHARED; i++) {
            assertThat(count("SELECT getSetting('max_block_size')")).isNotEqualTo(123);
        }
    }

    @Test
    void killsAQueryByItsId() throws Exception {
        ExecutorService one = Executors.newSingleThreadExecutor();
        try (Connection connection = connect(Map.of("clickhouse_setting_max_execution_time", "60"));
                Statement statement = connection.createStatement()) {
            Future<Boolean> running =
                    one.submit(() -> statement.execute("SELECT sum(sipHash64(number)) FROM numbers(1000000000000)"));
            Awaitility.await()
                    .atMost(20, TimeUnit.SECONDS)
                    .until(() -> count("SELECT count() FROM system.processes WHERE query LIKE '%1000000000000%'"
                                    + " AND query NOT LIKE '%system.processes%'")
                            == 1);
            statement.cancel();
            assertThatThrownBy(() -> running.get(30, TimeUnit.SECONDS)).hasRootCauseInstanceOf(Exception.class);
        } finally {
            one.shutdownNow();
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
        createTable("kept");
        try (Connection connection = connect()) {
            insertBatch(connection, "kept", 500);
        }
        supervised.kill();
        restart();
        assertThat(count("SELECT count() FROM kept")).isEqualTo(500);
        supervised.stop();
        restart();
        assertThat(count("SELECT count() FROM kept")).isEqualTo(500);
    }

    private static void restart() {
        supervised.launch();
        supervised.awaitReady();
    }

    @Test
    void speaksUtc() throws SQLException {
        assertThat(count("SELECT toUnixTimestamp(toDateTime('2026-01-01 00:00:00'))"))
                .isEqualTo(LocalDateTime.of(2026, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC));
    }
}
