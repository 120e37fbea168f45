package com.footstone.audit.capture;

import java.sql.BatchUpdateException;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Comparator;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Every way JDBC has of executing, against a real database and a real Kafka. */
class EveryExecutionIT {

    @RegisterExtension
    static final AuditedShop SHOP = new AuditedShop();

    private AuditedDataSource audited;
    private Connection connection;
    private SentEvents events;

    @BeforeEach
    void open(TestInfo test) throws SQLException {
        SHOP.prepare("drop table if exists item; create table item (id int primary key, name text);"
                + " insert into item select n, 'name ' || n from generate_series(1, 20) n");
        String topic = "every-" + test.getTestMethod().orElseThrow().getName();
        audited = AuditedDataSource.wrap(SHOP.dataSource(), SHOP.settings(topic).build());
        connection = audited.getConnection();
        events = SHOP.events(topic);
    }

    @AfterEach
    void close() throws SQLException {
        events.close();
        connection.close();
        audited.close();
    }

    @Test
    void aPlainQueryTellsHowFarItWasRead() throws SQLException {
        String pid = null;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select pg_backend_pid() from item")) {
            for (int i = 0; i < 7; i++) {
                rows.next();
                pid = rows.getString(1);
            }
        }

        JsonNode event = events.await(1).get(0);

        assertCounts(event, -1, 7);
        assertThat(event.path("sqlType").asText()).isEqualTo("SELECT");
        assertThat(event.path("dbSystem").asText()).isEqualTo("postgresql");
        assertThat(event.path("dbName").asText()).isEqualTo("postgres");
        assertThat(event.path("dbUser").asText()).isEqualTo("postgres");
        assertThat(event.path("executionLayer").asText()).isEqualTo("JDBC");
        assertThat(event.path("sessionId").asText()).isEqualTo(pid);
    }

    @Test
    void aScrolledResultCountsItsFurthestRowOnce() throws SQLException {
        try (Statement statement =
                        connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
                ResultSet rows = statement.executeQuery("select id from item order by id")) {
            rows.absolute(5);
            rows.previous();
            rows.next();
            rows.next();
            rows.beforeFirst();
            rows.next();
            rows.relative(8);
        }

        assertCounts(events.await(1).get(0), -1, 9);
    }

    @Test
    void aQueryReadToItsEndIsReportedThoughNothingIsClosed() throws SQLException {
        ResultSet rows = connection.createStatement().executeQuery("select id from item");
        while (rows.next()) {
            rows.getInt(1);
        }

        assertCounts(events.await(1).get(0), -1, 20);
    }

    @Test
    void updatesTellTheRowsTheyChanged() throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement prepared = connection.prepareStatement("delete from item where id > ?")) {
            statement.executeUpdate("update item set name = 'x' where id <= 4");
            statement.executeLargeUpdate("update item set name = 'y' where id <= 6");
            statement.execute("insert into item values (100, 'z')");
            prepared.setInt(1, 15);
            prepared.executeUpdate();
            prepared.setInt(1, 10);
            prepared.execute();
        }

        // An execute() is over when its statement is: more results might follow.
        List<JsonNode> sent = events.await(5).stream()
                .sorted(Comparator.comparing(event -> event.path("timestamp").asText()))
                .toList();
        assertThat(sent)
                .extracting(event -> event.path("sql").asText().substring(0, 6))
                .containsExactly("update", "update", "insert", "delete", "delete");
        assertThat(sent).extracting(event -> event.path("rowsAffected").asInt()).containsExactly(4, 6, 1, 6, 5);
        assertThat(sent).extracting(event -> event.path("rowsReturned").asInt()).containsOnly(0);
    }

    @Test
    void severalResultsOfOneStatementAreOneExecution() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean rowsComeFirst = statement.execute("update item set name = 'x' where id <= 3;"
                    + " select id from item where id <= 5; delete from item where id > 18");
            assertThat(rowsComeFirst).isFalse();
            assertThat(statement.getMoreResults()).isTrue();
            ResultSet rows = statement.getResultSet();
            assertThat(rows.getStatement()).isSameAs(statement);
            while (rows.next()) {
                rows.getInt(1);
            }
            assertThat(statement.getMoreResults()).isFalse();
            assertThat(statement.getUpdateCount()).isEqualTo(2);
            assertThat(statement.getMoreResults()).isFalse();
            assertThat(statement.getUpdateCount()).isEqualTo(-1);
        }

        assertCounts(events.await(1).get(0), 5, 5);
    }

    @Test
    void generatedKeysAreNotRowsThatWereQueried() throws SQLException {
        SHOP.prepare("drop table if exists numbered; create table numbered (id serial primary key, name text)");
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into numbered (name) values (?)", Statement.RETURN_GENERATED_KEYS)) {
            statement.setString(1, "a");
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                assertThat(keys.next()).isTrue();
                assertThat(keys.getInt(1)).isEqualTo(1);
            }
        }

        assertCounts(events.await(1).get(0), 1, 0);
    }

    @Test
    void aProcedureAndItsResultAreSeen() throws SQLException {
        SHOP.prepare("create or replace function twice(n int) returns int language sql as 'select 2 * n'");
        try (CallableStatement call = connection.prepareCall("{? = call twice(?)}")) {
            call.registerOutParameter(1, Types.INTEGER);
            call.setInt(2, 21);
            call.execute();
            assertThat(call.getInt(1)).isEqualTo(42);
        }

        JsonNode event = events.await(1).get(0);
        assertThat(event.path("sql").asText()).isEqualTo("{? = call twice(?)}");
        assertThat(event.has("errorMessage")).isFalse();
    }

    @Test
    void aBatchIsOneExecutionForEachEntry() throws SQLException {
        try (Statement plain = connection.createStatement();
                PreparedStatement prepared = connection.prepareStatement("update item set name = ? where id <= ?")) {
            plain.addBatch("delete from item where id = 1");
            plain.addBatch("update item set name = 'b' where id between 2 and 4");
            assertThat(plain.executeBatch()).containsExactly(1, 3);
            for (int limit = 5; limit <= 7; limit++) {
                prepared.setString(1, "c");
                prepared.setInt(2, limit);
                prepared.addBatch();
            }
            assertThat(prepared.executeLargeBatch()).containsExactly(4, 5, 6);
        }

        List<JsonNode> sent = events.await(5);
        assertThat(sent).extracting(event -> event.path("rowsAffected").asInt()).containsExactly(1, 3, 4, 5, 6);
        assertThat(sent.get(1).path("sql").asText()).startsWith("update item set name = 'b'");
        assertThat(sent.get(4).path("sql").asText()).startsWith("update item set name = ?");
    }

    @Test
    void aBatchThatFailsTellsWhichEntriesDidNotHappen() throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement("insert into item values (?, ?)")) {
            for (int id : new int[] {201, 202, 3, 204}) {
                prepared.setInt(1, id);
                prepared.setString(2, "hidden-value");
                prepared.addBatch();
            }
            assertThatThrownBy(prepared::executeBatch).isInstanceOf(BatchUpdateException.class);
        }

        List<JsonNode> sent = events.await(4);
        // Outside a transaction PostgreSQL undoes the whole batch, and its driver says so of every entry.
        assertThat(sent).extracting(event -> event.path("sqlState").asText()).containsOnly("23505");
        assertThat(sent.toString()).doesNotContain("hidden-value").doesNotContain("Detail");
    }

    @Test
    void failuresAreReportedAndReachTheApplicationUnchanged() throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement prepared = connection.prepareStatement("select ?::int")) {
            assertThatThrownBy(() -> statement.executeQuery("selct 1"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("selct");
            prepared.setString(1, "no-number");
            assertThatThrownBy(prepared::executeQuery)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("no-number");
        }

        List<JsonNode> sent = events.await(2);
        assertThat(sent).extracting(event -> event.path("sqlState").asText()).containsExactly("42601", "22P02");
        assertThat(sent.get(0).path("errorMessage").asText()).contains("syntax error");
        assertThat(sent.get(1).path("errorMessage").asText())
                .contains("invalid input syntax")
                .doesNotContain("no-number");
        assertCounts(sent.get(0), -1, -1);
    }

    @Test
    void aFailureWhileReadingBelongsToTheExecution() throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(5);
            ResultSet rows = statement.executeQuery("select 10 / (n - 8) from generate_series(1, 20) n");
            assertThatThrownBy(() -> {
                        while (rows.next()) {
                            rows.getInt(1);
                        }
                    })
                    .isInstanceOf(SQLException.class);
        }

        JsonNode event = events.await(1).get(0);
        assertThat(event.path("sqlState").asText()).isEqualTo("22012");
        assertThat(event.path("rowsReturned").asInt()).isEqualTo(5);
    }

    @Test
    void theTimeIsThatOfTheExecutionAndNotOfReading() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_sleep(0.2)");
        }

        assertThat(events.await(1).get(0).path("executionTimeMs").asInt()).isBetween(190, 10_000);
    }

    @Test
    void whatIsLeftOpenIsReportedWhenTheConnectionCloses() throws SQLException {
        ResultSet rows = connection.createStatement().executeQuery("select id from item");
        rows.next();
        connection.createStatement().execute("update item set name = 'x' where id < 4");
        connection.close();

        assertCounts(events.awaitOne(event -> event.path("sql").asText().startsWith("select")), -1, 1);
        assertCounts(events.awaitOne(event -> event.path("sql").asText().startsWith("update")), 3, 0);
    }

    @Test
    void executingAgainReportsWhatWasReadBefore() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select id from item where id <= ?")) {
            for (int limit = 1; limit <= 3; limit++) {
                statement.setInt(1, 10);
                ResultSet rows = statement.executeQuery();
                for (int i = 0; i < limit; i++) {
                    rows.next();
                }
            }
        }

        assertThat(events.await(3))
                .extracting(event -> event.path("rowsReturned").asInt())
                .containsExactly(1, 2, 3);
    }

    private static void assertCounts(JsonNode event, long affected, long returned) {
        assertThat(event.path("rowsAffected").asLong()).as("rowsAffected").isEqualTo(affected);
        assertThat(event.path("rowsReturned").asLong()).as("rowsReturned").isEqualTo(returned);
    }
}
