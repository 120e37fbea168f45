package com.footstone.audit.capture;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;

import com.footstone.audit.capture.settings.CaptureSettings;

/**
 * A data source with everything that runs on its connections captured.
 *
 * <pre>{@code
 * DataSource audited = AuditedDataSource.wrap(dataSource,
 *         CaptureSettings.builder("shop", "kafka:9092").build());
 * }</pre>
 *
 * <p>Closing it closes the data source inside, where that can be closed, and the capture it has started.
 */
public final class AuditedDataSource implements DataSource, AutoCloseable {

    private final DataSource inner;
    private final SqlCapture capture;
    private final boolean ownsCapture;

    AuditedDataSource(DataSource inner, SqlCapture capture, boolean ownsCapture) {
        this.inner = Objects.requireNonNull(inner, "dataSource is null");
        this.capture = capture;
        this.ownsCapture = ownsCapture;
    }

    /** Captures with the settings of the process, together with all others that do; see {@link CaptureSettings#fromProcess}. */
    public static AuditedDataSource wrap(DataSource dataSource) {
        return new AuditedDataSource(dataSource, ProcessCapture.capture(), false);
    }

    /** Captures with the given settings. For several data sources, {@link SqlCapture#audited} shares one capture. */
    public static AuditedDataSource wrap(DataSource dataSource, CaptureSettings settings) {
        Objects.requireNonNull(dataSource, "dataSource is null");
        SqlCapture capture = ProcessCapture.started(() -> settings);
        return new AuditedDataSource(dataSource, capture, capture != null);
    }

    /** The capture, unless it could not start, which the log has then told. */
    public Optional<SqlCapture> capture() {
        return Optional.ofNullable(capture);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return audited(inner.getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return audited(inner.getConnection(username, password));
    }

    @Override
    public void close() throws SQLException {
        try {
            if (inner instanceof AutoCloseable closeable) {
                closeable.close();
            }
        } catch (SQLException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new SQLException("The audited data source could not be closed", e);
        } finally {
            if (ownsCapture) {
                capture.close();
            }
        }
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return inner.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        inner.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        inner.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return inner.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return inner.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        return type.isInstance(inner) ? type.cast(inner) : inner.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || type.isInstance(inner) || inner.isWrapperFor(type);
    }

    private Connection audited(Connection connection) {
        return capture == null ? connection : capture.audited(connection);
    }
}
