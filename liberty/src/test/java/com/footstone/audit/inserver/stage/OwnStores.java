package com.footstone.audit.inserver.stage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.footstone.audit.dev.Addresses;
import com.footstone.audit.dev.Database;

/**
 * A schema in PostgreSQL and a database in ClickHouse for nobody but these tests, which drop tables.
 *
 * @param postgres with the schema in its address
 * @param clickHouse with the database in its address
 */
record OwnStores(Database postgres, Database clickHouse, Addresses hosts) {

    private static final String NAME = "sql_audit_in_server";
    private static final Pattern URL = Pattern.compile("(jdbc:[a-z:]+//[^/?]+)(/[^?]*)?(\\?.*)?");

    static OwnStores in(Addresses hosts) {
        Database postgres = hosts.postgres();
        String parted = postgres.url().contains("?") ? "&" : "?";
        Database clickHouse = hosts.clickHouse();
        Matcher url = URL.matcher(clickHouse.url());
        if (!url.matches()) {
            throw new IllegalArgumentException("The address of ClickHouse is not jdbc:clickhouse://host:port/database");
        }
        String rest = url.group(3) == null ? "" : url.group(3);
        return new OwnStores(
                new Database(postgres.url() + parted + "currentSchema=" + NAME, postgres.user(), postgres.password()),
                new Database(url.group(1) + "/" + NAME + rest, clickHouse.user(), clickHouse.password()),
                hosts);
    }

    /** Takes away what an earlier run left. */
    void empty() throws SQLException {
        execute(hosts.postgres(), "drop schema if exists " + NAME + " cascade", "create schema " + NAME);
        execute(hosts.clickHouse(), "DROP DATABASE IF EXISTS " + NAME + " SYNC", "CREATE DATABASE " + NAME);
    }

    private static void execute(Database database, String... statements) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", database.user());
        login.setProperty("password", database.password());
        try (Connection connection = DriverManager.getConnection(database.url(), login);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
