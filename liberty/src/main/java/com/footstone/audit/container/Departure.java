package com.footstone.audit.container;

import java.lang.reflect.Proxy;
import java.time.Duration;

/**
 * What an instance does at SIGTERM. Open Liberty finishes the requests in hand, and closes at once, and without a word,
 * each connection that a client keeps for its next one, which fails if it is on its way. So all answers first say for a
 * while that their connection ends with them, and readiness that the instance goes; then the server ends as ever.
 */
public final class Departure {

    /** The system property by which the application knows; it is true then. */
    static final String LEAVING = "com.footstone.audit.leaving";

    private static final Duration NOTICE = Duration.ofSeconds(2);

    /** 128 and the number of the signal, which is what Java would end with. */
    private static final int TERMINATED = 143;

    private Departure() {}

    /** Prepares it. To be called before the server is there, whose own hook would close connections at the same time. */
    public static void atSigterm() throws ReflectiveOperationException {
        // By name: there is no other way to be asked first, and the compiler's warning of this one cannot be turned
        // off.
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object leaving = Proxy.newProxyInstance(
                handler.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                    leave();
                    return null;
                });
        signal.getMethod("handle", signal, handler)
                .invoke(null, signal.getConstructor(String.class).newInstance("TERM"), leaving);
    }

    private static void leave() throws InterruptedException {
        System.setProperty(LEAVING, "true");
        Thread.sleep(NOTICE.toMillis());
        System.exit(TERMINATED);
    }
}
