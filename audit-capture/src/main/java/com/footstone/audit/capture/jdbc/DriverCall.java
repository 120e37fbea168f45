package com.footstone.audit.capture.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** A call that goes on to the driver's object, whose exceptions reach the application as the driver threw them. */
final class DriverCall {

    private DriverCall() {}

    static Object of(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
