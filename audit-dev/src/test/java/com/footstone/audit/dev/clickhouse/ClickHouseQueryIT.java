package com.footstone.audit.dev.clickhouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the engine behind its HTTP front answers, seen through the unmodified JDBC driver. */
class ClickHouseQueryIT extends OnClickHouse {

    private static final int ACCESS_DENIED = 516;
    private static final int UNKNOWN_TABLE = 60;
    private static final int SYNTAX_ERROR = 62;

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
            assertThat(row.getObject("t", ZonedDateTime.class).toInstant())
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
    void speaksUtc() throws SQLException {
        assertThat(count("SELECT toUnixTimestamp(toDateTime('2026-01-01 00:00:00'))"))
                .isEqualTo(LocalDateTime.of(2026, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC));
    }
}
