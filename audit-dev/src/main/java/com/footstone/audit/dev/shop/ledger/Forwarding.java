package com.footstone.audit.dev.shop.ledger;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Stands in front of a JDBC object and passes every call on to it. Equality is the stand-in's own, since callers keep
 * statements in hash maps.
 */
abstract class Forwarding implements InvocationHandler {

    private final Object target;

    Forwarding(Object target) {
        this.target = target;
    }

    static <T> T standIn(Class<T> type, Forwarding handler) {
        return type.cast(Proxy.newProxyInstance(Forwarding.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public final Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "equals" -> self == arguments[0];
            case "hashCode" -> System.identityHashCode(self);
            default -> call(self, method, arguments);
        };
    }

    /** Handles one call; the default is to pass it on. */
    Object call(Object self, Method method, Object[] arguments) throws Throwable {
        return forward(method, arguments);
    }

    final Object forward(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
