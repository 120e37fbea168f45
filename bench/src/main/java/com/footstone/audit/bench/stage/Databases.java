package com.footstone.audit.bench.stage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

import com.footstone.audit.dev.Addresses;
import com.footstone.audit.dev.Database;

/** Makes and drops the databases of runs. */
public final class Databases {

    private final Database clickHouse;
    private final Database postgres;

    Databases(Addresses addresses) {
        clickHouse = addresses.clickHouse();
        postgres = addresses.postgres();
    }

    StorePair create(String name) {
        execute(clickHouse, "CREATE DATABASE " + name);
        execute(postgres, "create schema " + name);
        return new StorePair(
                name,
                new Database(
                        clickHouse.url().replaceFirst("/[^/]*$", "/" + name), clickHouse.user(), clickHouse.password()),
                new Database(postgres.url() + "?currentSchema=" + name, postgres.user(), postgres.password()));
    }

    /** Drops what a run has stored, so that no store works on for it during the next. */
    public void drop(StorePair stores) {
        execute(clickHouse, "DROP DATABASE " + stores.name() + " SYNC");
        execute(postgres, "drop schema " + stores.name() + " cascade");
    }

    /** Makes the tables and views of one ClickHouse database in another, empty. */
    public static void copyTables(StorePair from, StorePair to) {
        for (String kind : List.of("engine LIKE '%MergeTree'", "engine = 'MaterializedView'")) {
            String list = text(
                    from.clickHouse(),
                    "SELECT arrayStringConcat(groupArray(create_table_query), '\n;\n') FROM system.tables"
                            + " WHERE database = currentDatabase() AND name != 'schema_version' AND " + kind);
            for (String table : list.split("\n;\n", -1)) {
                execute(to.clickHouse(), table.replace(from.name() + ".", to.name() + "."));
            }
        }
    }

    /** Opens a database. */
    public static Connection open(Database database) {
        Properties user = new Properties();
        user.setProperty("user", database.user());
        user.setProperty("password", database.password());
        try {
            return DriverManager.getConnection(database.url(), user);
        } catch (SQLException e) {
            throw new IllegalStateException(database + " does not answer", e);
        }
    }

    /** The first column of the first row. */
    public static String text(Database database, String sql) {
        try (Connection connection = open(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(database + " refused a question of the benchmark", e);
        }
    }

    /** Executes one statement. */
    public static void execute(Database database, String sql) {
        try (Connection connection = open(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(database + " refused a statement of the benchmark", e);
        }
    }
}
