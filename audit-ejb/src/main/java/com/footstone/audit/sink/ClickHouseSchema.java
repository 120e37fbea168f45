package com.footstone.audit.sink;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import javax.sql.DataSource;

/**
 * Brings ClickHouse to the schema of this version: the scripts of {@code db/clickhouse}, in order, each once, recorded in
 * the table {@code schema_version}. The caller sees to it that one instance at a time does so.
 *
 * <p>ClickHouse cannot undo a script that failed half way, so every statement of a script must be harmless to repeat.
 */
final class ClickHouseSchema {

    /** The scripts by version; a script that was released never changes. */
    private static final List<String> SCRIPTS =
            List.of("V1__events.sql", "V2__readable_marks.sql", "V3__by_received.sql", "V4__policy.sql");

    private final DataSource dataSource;

    ClickHouseSchema(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void migrate() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            execute(connection, """
                    CREATE TABLE IF NOT EXISTS schema_version
                    (version UInt32, script String, checksum String, installed_at DateTime('UTC') DEFAULT now())
                    ENGINE = MergeTree ORDER BY version
                    """);
            Map<Integer, String> installed = installed(connection);
            for (int version = 1; version <= SCRIPTS.size(); version++) {
                install(connection, version, installed.get(version));
            }
        }
    }

    /** Whether every script of this version was run; changes nothing. */
    boolean current() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return exists(connection, "schema_version") && installed(connection).size() >= SCRIPTS.size();
        }
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT name FROM system.tables WHERE database = currentDatabase() AND name = ? LIMIT 1")) {
            query.setString(1, table);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    /**
     * Sets after how many days rows go; costs nothing when they are set so already. Events go by when they were received,
     * so that those of a batch go together, after its tombstone.
     */
    void keepFor(int eventDays, int hourlyDays) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            keepFor(connection, "events", "received_at", eventDays + SinkSettings.ROWS_OUTLIVE_EVIDENCE_DAYS);
            keepFor(connection, "events_hourly", "hour", hourlyDays);
        }
    }

    private static Map<Integer, String> installed(Connection connection) throws SQLException {
        Map<Integer, String> checksums = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT version, checksum FROM schema_version LIMIT 10000")) {
            while (rows.next()) {
                checksums.put(rows.getInt(1), rows.getString(2));
            }
        }
        return checksums;
    }

    private static void install(Connection connection, int version, String installedChecksum) throws SQLException {
        String script = SCRIPTS.get(version - 1);
        String text = text(script);
        String checksum = checksum(text);
        if (checksum.equals(installedChecksum)) {
            return;
        }
        if (installedChecksum != null) {
            throw new ClickHouseSchemaException("ClickHouse was set up by another " + script
                    + " than this version has: run the version that set it up, or restore the script");
        }
        for (String statement : statements(text)) {
            execute(connection, statement);
        }
        try (PreparedStatement record = connection.prepareStatement(
                "INSERT INTO schema_version (version, script, checksum) VALUES (?, ?, ?)")) {
            record.setInt(1, version);
            record.setString(2, script);
            record.setString(3, checksum);
            record.executeUpdate();
        }
    }

    private static void keepFor(Connection connection, String table, String time, int days) throws SQLException {
        String ttl = "toDateTime(" + time + ") + toIntervalDay(" + days + ")";
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT engine_full FROM system.tables WHERE database = currentDatabase() AND name = ? LIMIT 1")) {
            query.setString(1, table);
            try (ResultSet rows = query.executeQuery()) {
                if (rows.next() && rows.getString(1).contains("TTL " + ttl)) {
                    return;
                }
            }
        }
        execute(connection, "ALTER TABLE " + table + " MODIFY TTL " + ttl);
    }

    /** The statements of a script: each ends with a semicolon at the end of a line. */
    static List<String> statements(String script) {
        return Arrays.stream(script.split(";\\s*(?:\\R|$)"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static String text(String script) {
        try (InputStream in = ClickHouseSchema.class.getResourceAsStream("/db/clickhouse/" + script)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + script + " from the application", e);
        }
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
