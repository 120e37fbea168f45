package com.footstone.audit.capture.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;

/** Makes the connections and statements that the application gets instead of the driver's. */
public final class AuditedProxyFactory {

    private final ExecutionRecorder recorder;
    private final PhysicalSessions sessions = new PhysicalSessions();

    public AuditedProxyFactory(ExecutionRecorder recorder) {
        this.recorder = recorder;
    }

    /** The connection as the application shall see it, or the connection itself where it cannot be audited. */
    public Connection audited(Connection connection) {
        try {
            ConnectionWatch watch = new ConnectionWatch(recorder, connection, sessions.of(connection));
            Connection proxy = proxy(Connection.class, new ConnectionCalls(connection, watch, this));
            watch.watch(recorder.openWork().track(proxy));
            return proxy;
        } catch (Throwable e) {
            recorder.failures().report("a connection cannot be audited", e);
            return connection;
        }
    }

    /**
     * The statement as the application shall see it, or the statement itself where it cannot be audited.
     *
     * @param type the kind of statement that the application has asked for
     * @param preparedSql the text it was prepared with, or {@code null} for a plain statement
     * @param connection the connection as the application sees it
     * @param connectionWatch what is known about that connection
     */
    <S extends Statement> S audited(
            Class<S> type,
            Statement statement,
            String preparedSql,
            Connection connection,
            ConnectionWatch connectionWatch) {
        try {
            StatementWatch watch = new StatementWatch(recorder, connectionWatch, statement, preparedSql);
            S proxy = proxy(type, new StatementCalls(statement, connection, watch));
            watch.watch(connectionWatch.open().track(proxy));
            return proxy;
        } catch (Throwable e) {
            recorder.failures().report("a statement cannot be audited", e);
            return type.cast(statement);
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler calls) {
        return type.cast(Proxy.newProxyInstance(ConnectionCalls.class.getClassLoader(), new Class<?>[] {type}, calls));
    }
}
