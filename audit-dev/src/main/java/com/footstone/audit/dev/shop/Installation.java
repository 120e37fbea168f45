package com.footstone.audit.dev.shop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Creates and fills the shop's tables in a database that has none of them, all in one transaction. */
final class Installation {

    private static final String SCHEMA = "schema.sql";

    /** Any number of its own, so that two programs that start at once do not both install. */
    private static final long LOCK = 7_466_101_001L;

    private Installation() {}

    static void ensure(DataSource dataSource, long seed) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
                if (!isInstalled(statement)) {
                    statement.execute(schema());
                    new SeedData(connection, seed).fill();
                    statement.execute("analyze");
                }
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static boolean isInstalled(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select to_regclass('product_view') is not null")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static String schema() {
        try (InputStream script = Installation.class.getResourceAsStream(SCHEMA)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The shop's " + SCHEMA + " cannot be read from its jar", e);
        }
    }
}
