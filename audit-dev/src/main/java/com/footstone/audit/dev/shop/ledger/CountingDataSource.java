package com.footstone.audit.dev.shop.ledger;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Objects;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Hands out the connections of another data source and enters in a ledger what is executed on them. */
public final class CountingDataSource implements DataSource {

    private final DataSource target;
    private final Ledger ledger;

    public CountingDataSource(DataSource target, Ledger ledger) {
        this.target = Objects.requireNonNull(target, "target is null");
        this.ledger = Objects.requireNonNull(ledger, "ledger is null");
    }

    @Override
    public Connection getConnection() throws SQLException {
        return CountedConnection.of(target.getConnection(), ledger);
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return CountedConnection.of(target.getConnection(username, password), ledger);
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return target.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        target.setLogWriter(out);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return target.getLoginTimeout();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        target.setLoginTimeout(seconds);
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return target.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return target.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return target.isWrapperFor(type);
    }
}
