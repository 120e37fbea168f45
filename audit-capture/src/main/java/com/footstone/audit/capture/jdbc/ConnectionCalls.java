package com.footstone.audit.capture.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.Connection;

import net.ttddyy.dsproxy.ConnectionInfo;
import net.ttddyy.dsproxy.proxy.ConnectionProxyLogic;
import net.ttddyy.dsproxy.proxy.ProxyConfig;

/** A connection as the application sees it: datasource-proxy's, with its end noticed and no way around it. */
final class ConnectionCalls implements InvocationHandler {

    private final ConnectionProxyLogic logic;
    private final ConnectionWatch watch;

    ConnectionCalls(Connection target, ConnectionInfo info, ProxyConfig config, ConnectionWatch watch) {
        this.logic = new ConnectionProxyLogic(target, info, config);
        this.watch = watch;
    }

    ConnectionWatch watch() {
        return watch;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
        switch (method.getName()) {
            case "close" -> watch.closing();
            case "abort" -> watch.aborting();
            case "unwrap" -> {
                // The proxy itself where it will do, so that what is run on it is still seen.
                if (((Class<?>) args[0]).isInstance(proxy)) {
                    return proxy;
                }
            }
            case "isWrapperFor" -> {
                if (((Class<?>) args[0]).isInstance(proxy)) {
                    return true;
                }
            }
            case "equals" -> {
                return proxy == args[0];
            }
            case "hashCode" -> {
                return System.identityHashCode(proxy);
            }
            default -> {
                // The driver's business.
            }
        }
        Object result = logic.invoke(proxy, method, args);
        if (method.getName().equals("setCatalog")) {
            watch.catalogChanged();
        }
        return result;
    }
}
