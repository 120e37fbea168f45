package com.footstone.audit.dev.shop.work;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * A transaction over plain JDBC, in each of the ways that applications send statements. Every statement is given the name
 * that it has in the application, such as {@code PaymentDao.record}.
 */
public final class SqlSession implements AutoCloseable {

    /** Rows fetched at a time, so that a large result does not have to fit into memory at once. */
    private static final int FETCH_SIZE = 1000;

    private final Connection connection;

    private SqlSession(Connection connection) {
        this.connection = connection;
    }

    /** Begins a transaction; {@link #close} rolls back what has not been committed. */
    public static SqlSession begin(DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            connection.setAutoCommit(false);
            return new SqlSession(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    public void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** Runs a prepared change and returns how many rows it touched. */
    public int update(String statementId, String sql, Object... values) throws SQLException {
        Request.statement(statementId);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, List.of(values));
            return statement.executeUpdate();
        }
    }

    /** Runs a prepared query and reads all its rows. */
    public <T> List<T> query(String statementId, String sql, RowReader<T> reader, Object... values)
            throws SQLException {
        Request.statement(statementId);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCH_SIZE);
            bind(statement, List.of(values));
            try (ResultSet rows = statement.executeQuery()) {
                return readAll(rows, reader);
            }
        }
    }

    /** Runs a change whose values are written into its text. */
    public int plainUpdate(String statementId, String sql) throws SQLException {
        Request.statement(statementId);
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    /** Runs a query whose values are written into its text, and reads all its rows. */
    public <T> List<T> plainQuery(String statementId, String sql, RowReader<T> reader) throws SQLException {
        Request.statement(statementId);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH_SIZE);
            try (ResultSet rows = statement.executeQuery(sql)) {
                return readAll(rows, reader);
            }
        }
    }

    /** Runs a statement that has no result, such as {@code SET}. */
    public void command(String statementId, String sql) throws SQLException {
        Request.statement(statementId);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Sends the same change with many sets of values at once. */
    public void batch(String statementId, String sql, List<List<Object>> entries) throws SQLException {
        Request.statement(statementId);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (List<Object> entry : entries) {
                bind(statement, entry);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Calls a procedure. */
    public void call(String statementId, String sql, Object... values) throws SQLException {
        Request.statement(statementId);
        try (CallableStatement statement = connection.prepareCall(sql)) {
            bind(statement, List.of(values));
            statement.execute();
        }
    }

    /**
     * Calls a function.
     *
     * @param resultType one of {@link java.sql.Types}
     */
    public Object function(String statementId, String sql, int resultType, Object value) throws SQLException {
        Request.statement(statementId);
        try (CallableStatement statement = connection.prepareCall(sql)) {
            statement.registerOutParameter(1, resultType);
            statement.setObject(2, value);
            statement.execute();
            return statement.getObject(1);
        }
    }

    private static void bind(PreparedStatement statement, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }

    private static <T> List<T> readAll(ResultSet rows, RowReader<T> reader) throws SQLException {
        List<T> all = new ArrayList<>();
        while (rows.next()) {
            all.add(reader.read(rows));
        }
        return all;
    }
}
