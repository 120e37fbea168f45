package com.footstone.audit.faults.oracle;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

import com.footstone.audit.dev.Database;

/** How far the service has come, by PostgreSQL's word. */
public final class Progress {

    private final Database postgres;

    public Progress(Database postgres) {
        this.postgres = postgres;
    }

    /** Whether both stores hold everything before the given offsets; false as long as PostgreSQL does not answer. */
    public boolean reached(Map<Integer, Long> ends) {
        Map<Integer, Long> positions = positions();
        return ends.entrySet().stream().allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    private Map<Integer, Long> positions() {
        Properties settings = new Properties();
        settings.setProperty("user", postgres.user());
        settings.setProperty("password", postgres.password());
        settings.setProperty("connectTimeout", "2");
        settings.setProperty("socketTimeout", "2");
        Map<Integer, Long> positions = new HashMap<>();
        try (Connection connection = DriverManager.getConnection(postgres.url(), settings);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select partition, next_offset from intake_position where topic = '" + Topic.NAME + "'")) {
            while (rows.next()) {
                positions.put(rows.getInt(1), rows.getLong(2));
            }
        } catch (SQLException e) {
            return Map.of();
        }
        return positions;
    }
}
