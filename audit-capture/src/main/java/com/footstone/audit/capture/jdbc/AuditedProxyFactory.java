package com.footstone.audit.capture.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;

import net.ttddyy.dsproxy.ConnectionInfo;
import net.ttddyy.dsproxy.proxy.ProxyConfig;
import net.ttddyy.dsproxy.proxy.jdk.JdkJdbcProxyFactory;

/**
 * Makes the objects that datasource-proxy hands to the application. Its own statement proxies are replaced: they keep
 * every bound value, read the clock at every call, and do not tell which result set belongs to which execution.
 */
public final class AuditedProxyFactory extends JdkJdbcProxyFactory {

    private final ExecutionRecorder recorder;
    private final PhysicalSessions sessions = new PhysicalSessions();
    private final ProxyConfig config =
            ProxyConfig.Builder.create().jdbcProxyFactory(this).build();

    public AuditedProxyFactory(ExecutionRecorder recorder) {
        this.recorder = recorder;
    }

    /** The connection as the application shall see it, or the connection itself where it cannot be audited. */
    public Connection audited(Connection connection) {
        return createConnection(connection, new ConnectionInfo(), config);
    }

    @Override
    public Connection createConnection(Connection connection, ConnectionInfo info, ProxyConfig config) {
        try {
            ConnectionWatch watch = new ConnectionWatch(recorder, connection, sessions.of(connection));
            Connection proxy = proxy(Connection.class, new ConnectionCalls(connection, info, config, watch));
            watch.watch(recorder.openWork().track(proxy));
            return proxy;
        } catch (Throwable e) {
            recorder.failures().report("a connection cannot be audited", e);
            return connection;
        }
    }

    @Override
    public Statement createStatement(
            Statement statement, ConnectionInfo info, Connection connection, ProxyConfig config) {
        return audited(Statement.class, statement, null, connection);
    }

    @Override
    public PreparedStatement createPreparedStatement(
            PreparedStatement statement,
            String query,
            ConnectionInfo info,
            Connection connection,
            ProxyConfig config,
            boolean generateKey) {
        return audited(PreparedStatement.class, statement, query, connection);
    }

    @Override
    public CallableStatement createCallableStatement(
            CallableStatement statement, String query, ConnectionInfo info, Connection connection, ProxyConfig config) {
        return audited(CallableStatement.class, statement, query, connection);
    }

    private <S extends Statement> S audited(Class<S> type, S statement, String query, Connection connection) {
        try {
            ConnectionCalls calls = (ConnectionCalls) Proxy.getInvocationHandler(connection);
            StatementWatch watch = new StatementWatch(recorder, calls.watch(), statement, query);
            S proxy = proxy(type, new StatementCalls(statement, connection, watch));
            watch.watch(calls.watch().open().track(proxy));
            return proxy;
        } catch (Throwable e) {
            recorder.failures().report("a statement cannot be audited", e);
            return statement;
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler calls) {
        return type.cast(Proxy.newProxyInstance(ConnectionCalls.class.getClassLoader(), new Class<?>[] {type}, calls));
    }
}
