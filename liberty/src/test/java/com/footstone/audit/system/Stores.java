package com.footstone.audit.system;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import com.footstone.audit.dev.Addresses;
import com.footstone.audit.dev.Database;

/** Looks into the two stores, past the product. */
final class Stores {

    private final Database clickHouse;
    private final Database postgres;

    Stores(Addresses addresses) {
        clickHouse = addresses.clickHouse();
        postgres = addresses.postgres();
    }

    /** Events of an application, as they lie in the table. */
    long events(String application) {
        return number(clickHouse, "select count() from events where application = ?", application);
    }

    /** The same, each place in Kafka counted once. */
    long distinctEvents(String application) {
        return number(
                clickHouse,
                "select uniqExact(topic, partition, offset) from events where application = ?",
                application);
    }

    /** The same by the hourly roll-up. */
    long hourlyEvents(String application) {
        return number(clickHouse, "select sum(events) from events_hourly where application = ?", application);
    }

    /** Executions of all applications, by the catalogue of statements. */
    long executions() {
        return number(postgres, "select coalesce(sum(executions), 0) from statement");
    }

    /** Everything that the stores hold of an application, and the whole catalogue of statements, as text. */
    List<String> texts(String application) {
        List<String> texts = new ArrayList<>();
        texts.addAll(
                rows(clickHouse, "select formatRow('JSONEachRow', *) from events where application = ?", application));
        texts.addAll(rows(
                clickHouse,
                "select formatRow('JSONEachRow', *) from events_hourly where application = ?",
                application));
        texts.addAll(rows(postgres, "select row_to_json(f)::text from finding f where application = ?", application));
        texts.addAll(rows(postgres, "select row_to_json(s)::text from statement s"));
        return texts;
    }

    /** Makes the replay of a refused record look as if it had been interrupted. */
    void forgetReplay(String source) {
        String sql = "update dead_letter_replay set event = null where source like ? || '@%' returning source";
        if (rows(postgres, sql, source).size() != 1) {
            throw new IllegalStateException("There is no replay of " + source);
        }
    }

    /** The first value of the first row that PostgreSQL answers. */
    String postgres(String query) {
        return rows(postgres, query).get(0);
    }

    /** Changes PostgreSQL behind the product's back. */
    void changePostgres(String statement) {
        change(postgres, statement);
    }

    /** Changes ClickHouse behind the product's back; returns when it is done. */
    void changeClickHouse(String statement) {
        change(clickHouse, statement.startsWith("ALTER") ? statement + " SETTINGS mutations_sync = 2" : statement);
    }

    private static void change(Database database, String statement) {
        try (Connection connection = open(database);
                Statement change = connection.createStatement()) {
            change.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(database + " does not do as it is told", e);
        }
    }

    private static Connection open(Database database) throws SQLException {
        Properties user = new Properties();
        user.setProperty("user", database.user());
        user.setProperty("password", database.password());
        return DriverManager.getConnection(database.url(), user);
    }

    private static long number(Database database, String sql, String... values) {
        return Long.parseLong(rows(database, sql, values).get(0));
    }

    private static List<String> rows(Database database, String sql, String... values) {
        try (Connection connection = open(database);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            List<String> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(result.getString(1));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(database + " does not answer", e);
        }
    }
}
