package com.footstone.audit.faults.oracle;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

import com.footstone.audit.dev.Database;

/** Reads a store, past the product. */
final class Rows {

    private Rows() {}

    /** Takes a row. */
    interface Reader {
        void row(ResultSet row) throws SQLException;
    }

    static void read(Database database, String sql, Reader reader) {
        Properties user = new Properties();
        user.setProperty("user", database.user());
        user.setProperty("password", database.password());
        try (Connection connection = DriverManager.getConnection(database.url(), user);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                reader.row(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(
                    database + " cannot be read, code " + e.getErrorCode() + ", SQLSTATE " + e.getSQLState(), e);
        }
    }
}
