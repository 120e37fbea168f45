package com.footstone.audit.dev.shop;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;

/**
 * Tells the shop that it shall end: by SIGTERM or Ctrl-C, or because its parent, which holds the other end of standard
 * input, has ended.
 *
 * <p>A shutdown hook would come too late. All hooks run at once, and the capture's own would close it while the shop
 * still finishes what is under way, so that the last statements were missing from the audit.
 */
final class StopRequest {

    /** A stop in good order takes a few seconds; one that hangs must not leave the process behind. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Runnable stop;

    private StopRequest(Runnable stop) {
        this.stop = stop;
    }

    /** Has {@code stop} run, maybe more than once, when the process is asked to end. */
    static void onEach(Runnable stop) {
        StopRequest request = new StopRequest(stop);
        List.of("TERM", "INT").forEach(request::handleSignal);
        daemon("parent-watch", request::awaitEndOfInput);
    }

    /** By reflection, because naming the class is a compiler warning that cannot be suppressed. */
    private void handleSignal(String name) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler request = (self, method, arguments) -> {
                received();
                return null;
            };
            Object handling =
                    Proxy.newProxyInstance(StopRequest.class.getClassLoader(), new Class<?>[] {handler}, request);
            Object named = signal.getConstructor(String.class).newInstance(name);
            signal.getMethod("handle", signal, handler).invoke(null, named, handling);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "This Java cannot handle signals: use one with the module jdk.unsupported", e);
        }
    }

    private void awaitEndOfInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // A broken pipe says the same as its end.
        }
        received();
    }

    private void received() {
        stop.run();
        daemon("stop-limit", StopRequest::haltLate);
    }

    private static void haltLate() {
        try {
            Thread.sleep(LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
