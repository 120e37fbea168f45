package com.footstone.audit.capture.jdbc;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ThreadLocalRandom;

import com.footstone.audit.capture.delivery.DatabaseSession;

/**
 * The session of each physical connection, read from its metadata once, however often a pool lends it out. A pool that
 * does not unwrap to the driver's connection costs a reading for each loan.
 */
final class PhysicalSessions {

    private final Map<Connection, DatabaseSession> sessions = new WeakHashMap<>();

    DatabaseSession of(Connection connection) {
        Connection physical = physical(connection);
        synchronized (sessions) {
            DatabaseSession known = sessions.get(physical);
            if (known != null) {
                return known;
            }
        }
        DatabaseSession session = read(physical);
        synchronized (sessions) {
            sessions.put(physical, session);
        }
        return session;
    }

    private static Connection physical(Connection connection) {
        try {
            Connection inner = connection.unwrap(Connection.class);
            return inner == null ? connection : inner;
        } catch (SQLException | RuntimeException e) {
            return connection;
        }
    }

    private static DatabaseSession read(Connection connection) {
        String product = null;
        String user = null;
        String catalog = null;
        try {
            DatabaseMetaData metaData = connection.getMetaData();
            product = metaData.getDatabaseProductName();
            user = metaData.getUserName();
            catalog = connection.getCatalog();
        } catch (SQLException | RuntimeException e) {
            // What the driver does not tell stays unknown; the statements are what matters.
            product = product == null ? "" : product;
        }
        return new DatabaseSession(DatabaseSystem.named(product), catalog, user, sessionId(connection));
    }

    private static String sessionId(Connection connection) {
        try {
            Class<?> type = Class.forName(
                    "org.postgresql.PGConnection", false, connection.getClass().getClassLoader());
            Method backendPid = type.getMethod("getBackendPID");
            return String.valueOf(backendPid.invoke(connection.unwrap(type)));
        } catch (ReflectiveOperationException | SQLException | RuntimeException notPostgres) {
            return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        }
    }
}
