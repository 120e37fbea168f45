package com.footstone.audit.capture.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.sql.Wrapper;

/**
 * A statement, prepared or callable statement as the application sees it. What runs SQL or ends it is noticed; everything
 * else goes straight to the driver's statement.
 */
final class StatementCalls implements InvocationHandler {

    private final Statement target;
    private final Connection connectionProxy;
    private final StatementWatch watch;

    StatementCalls(Statement target, Connection connectionProxy, StatementWatch watch) {
        this.target = target;
        this.connectionProxy = connectionProxy;
        this.watch = watch;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
        return switch (method.getName()) {
            case "executeQuery", "executeUpdate", "executeLargeUpdate", "execute" -> execute(proxy, method, args);
            case "executeBatch", "executeLargeBatch" -> executeBatch(method, args);
            case "addBatch" -> {
                Object result = pass(method, args);
                watch.batched(args);
                yield result;
            }
            case "clearBatch" -> {
                watch.batchCleared();
                yield pass(method, args);
            }
            case "getResultSet" -> watch.counted((ResultSet) pass(method, args), (Statement) proxy);
            case "getGeneratedKeys" -> watch.uncounted((ResultSet) pass(method, args), (Statement) proxy);
            case "getMoreResults" -> {
                watch.leavingResult();
                Object more = pass(method, args);
                watch.nextResult(target, more);
                yield more;
            }
            case "getUpdateCount", "getLargeUpdateCount" -> {
                Object count = pass(method, args);
                watch.updateCount(count);
                yield count;
            }
            case "close" -> {
                watch.closing();
                yield pass(method, args);
            }
            case "clearParameters" -> {
                watch.parametersCleared();
                yield pass(method, args);
            }
            case "getConnection" -> connectionProxy;
            case "getObject" -> {
                Object value = pass(method, args);
                yield value instanceof ResultSet rows ? watch.counted(rows, (Statement) proxy) : value;
            }
            case "unwrap" -> unwrap(proxy, (Class<?>) args[0]);
            case "isWrapperFor" -> ((Class<?>) args[0]).isInstance(proxy) || target.isWrapperFor((Class<?>) args[0]);
            case "equals" -> proxy == args[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> {
                Object result = pass(method, args);
                watch.set(method.getName(), args);
                yield result;
            }
        };
    }

    private Object execute(Object proxy, Method method, Object[] args) throws Throwable {
        OpenExecution execution = watch.started(args);
        Object result;
        try {
            result = pass(method, args);
        } catch (Throwable e) {
            watch.failed(execution, e);
            throw e;
        }
        watch.answered(execution, target, result);
        return result instanceof ResultSet rows ? watch.counted(rows, (Statement) proxy) : result;
    }

    private Object executeBatch(Method method, Object[] args) throws Throwable {
        OpenExecution execution = watch.batchStarted();
        Object counts;
        try {
            counts = pass(method, args);
        } catch (Throwable e) {
            watch.batchFailed(execution, e);
            throw e;
        }
        watch.batchAnswered(execution, counts);
        return counts;
    }

    /** The proxy itself where it will do, so that what is run on it is still seen. */
    private Object unwrap(Object proxy, Class<?> type) throws Throwable {
        return type.isInstance(proxy) ? proxy : ((Wrapper) target).unwrap(type);
    }

    private Object pass(Method method, Object[] args) throws Throwable {
        return DriverCall.of(target, method, args);
    }
}
