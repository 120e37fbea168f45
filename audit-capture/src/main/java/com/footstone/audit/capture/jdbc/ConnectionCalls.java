package com.footstone.audit.capture.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;

/**
 * A connection as the application sees it: its statements are audited, its end is noticed, and there is no way around it.
 * Everything else goes straight to the driver's connection.
 */
final class ConnectionCalls implements InvocationHandler {

    private final Connection target;
    private final ConnectionWatch watch;
    private final AuditedProxyFactory factory;

    ConnectionCalls(Connection target, ConnectionWatch watch, AuditedProxyFactory factory) {
        this.target = target;
        this.watch = watch;
        this.factory = factory;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
        return switch (method.getName()) {
            case "createStatement" -> audited(Statement.class, pass(method, args), null, proxy);
            case "prepareStatement" -> audited(PreparedStatement.class, pass(method, args), args[0], proxy);
            case "prepareCall" -> audited(CallableStatement.class, pass(method, args), args[0], proxy);
            case "close" -> {
                watch.closing();
                yield pass(method, args);
            }
            case "abort" -> {
                watch.aborting();
                yield pass(method, args);
            }
            case "setCatalog" -> {
                Object result = pass(method, args);
                watch.catalogChanged();
                yield result;
            }
            // The proxy itself where it will do, so that what is run on it is still seen.
            case "unwrap" -> ((Class<?>) args[0]).isInstance(proxy) ? proxy : pass(method, args);
            case "isWrapperFor" -> ((Class<?>) args[0]).isInstance(proxy) ? true : pass(method, args);
            case "equals" -> proxy == args[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> pass(method, args);
        };
    }

    private <S extends Statement> S audited(Class<S> type, Object statement, Object sql, Object proxy) {
        return factory.audited(type, (Statement) statement, (String) sql, (Connection) proxy, watch);
    }

    private Object pass(Method method, Object[] args) throws Throwable {
        return DriverCall.of(target, method, args);
    }
}
