package com.footstone.audit.inserver;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks into the stores, past the application. */
@ApplicationScoped
public class Stores {

    @Resource(lookup = "jdbc/postgres")
    private DataSource postgres;

    @Resource(lookup = "jdbc/clickhouse")
    private DataSource clickHouse;

    /** Rows of PostgreSQL, each a list of its columns. */
    public List<List<Object>> postgres(String query, Object... values) throws SQLException {
        return rows(postgres, query, values);
    }

    /** Rows of ClickHouse, likewise. */
    public List<List<Object>> clickHouse(String query, Object... values) throws SQLException {
        return rows(clickHouse, query, values);
    }

    /** The one number that a query of ClickHouse answers. */
    public long clickHouseNumber(String query, Object... values) throws SQLException {
        return ((Number) clickHouse(query, values).get(0).get(0)).longValue();
    }

    /** Changes something in PostgreSQL. */
    public void changePostgres(String... statements) throws SQLException {
        change(postgres, statements);
    }

    /** Changes something in ClickHouse. */
    public void changeClickHouse(String... statements) throws SQLException {
        change(clickHouse, statements);
    }

    private static List<List<Object>> rows(DataSource store, String query, Object... values) throws SQLException {
        try (Connection connection = store.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet answer = statement.executeQuery()) {
                List<List<Object>> rows = new ArrayList<>();
                while (answer.next()) {
                    rows.add(row(answer));
                }
                return rows;
            }
        }
    }

    private static List<Object> row(ResultSet answer) throws SQLException {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= answer.getMetaData().getColumnCount(); i++) {
            row.add(answer.getObject(i));
        }
        return row;
    }

    private static void change(DataSource store, String... statements) throws SQLException {
        try (Connection connection = store.getConnection();
                java.sql.Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
