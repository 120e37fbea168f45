package com.footstone.audit.sink;

import java.sql.SQLException;
import java.util.Properties;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.Config;

import com.clickhouse.client.api.Client;
import com.clickhouse.jdbc.ConnectionImpl;

/**
 * The client below ClickHouse's JDBC driver, made by the driver from the same URL. JDBC cannot send rows in binary form
 * with a token for each insert, and the server's data sources do not let through to what is below.
 */
@ApplicationScoped
class ClickHouseClient {

    private static final String SOCKET_TIMEOUT_MILLIS = "60000";

    @Inject
    private Config config;

    private ConnectionImpl connection;

    /**
     * The client, for any thread; it has connections of its own, as many as the pool of the intake may have.
     *
     * @throws SQLException if ClickHouse cannot be reached, as long as it never could be
     */
    synchronized Client open() throws SQLException {
        if (connection == null) {
            Properties properties = new Properties();
            properties.setProperty("user", config.getValue("clickhouse.user", String.class));
            properties.setProperty("password", config.getValue("clickhouse.password", String.class));
            properties.setProperty("socket_timeout", SOCKET_TIMEOUT_MILLIS);
            properties.setProperty(
                    "max_open_connections",
                    config.getOptionalValue("clickhouse.pool.size", String.class)
                            .orElse("20"));
            connection = new ConnectionImpl(config.getValue("clickhouse.url", String.class), properties);
        }
        return connection.getClient();
    }

    @PreDestroy
    synchronized void close() throws SQLException {
        if (connection != null) {
            connection.close();
        }
    }
}
