package com.footstone.audit.dev.clickhouse;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

import com.footstone.audit.dev.Database;
import com.footstone.audit.dev.DevServices;
import com.footstone.audit.dev.DevSettings;

/**
 * A ClickHouse for the tests of a class. Where {@code CLICKHOUSE_URL} names a real server, the same tests run against
 * that, but for those that kill it.
 */
abstract class OnClickHouse {

    @TempDir
    static Path folder;

    static DevServices services;
    private static Database database;

    @BeforeAll
    static void start() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "not-needed:1");
        environment.put("POSTGRES_URL", "jdbc:postgresql:not-needed");
        environment.put("SHOP_POSTGRES_URL", "jdbc:postgresql:not-needed");
        services =
                DevServices.start(DevSettings.ofThisProcess().withData(folder).withEnvironment(environment));
        database = services.addresses().clickHouse();
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    static Connection connect(Map<String, String> options) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", database.user());
        properties.setProperty("password", database.password());
        properties.putAll(options);
        return DriverManager.getConnection(database.url(), properties);
    }

    static Connection connect() throws SQLException {
        return connect(Map.of());
    }

    static long count(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    static void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
