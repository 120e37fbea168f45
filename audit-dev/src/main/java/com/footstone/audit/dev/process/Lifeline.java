package com.footstone.audit.dev.process;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Ends this process when its parent ends.
 *
 * <p>The parent holds the other end of standard input and never writes to it. The system closes that end when the parent
 * dies, by whatever cause and however early, so nothing needs to be asked again and again; and the parent closes it to
 * have this process end in good order.
 */
public final class Lifeline {

    /** A stop in good order takes a second or two; one that hangs must not leave the process behind. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private Lifeline() {}

    /** Starts to watch. To be called first in {@code main}. */
    public static void endWithParent() {
        Thread watch = new Thread(Lifeline::awaitEnd, "lifeline");
        watch.setDaemon(true);
        watch.start();
    }

    /** Has {@code action} run when this process ends in good order, be it by its parent or by a signal. */
    public static void onEnd(Runnable action) {
        Runtime.getRuntime().addShutdownHook(new Thread(action, "end"));
    }

    private static void awaitEnd() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // A broken pipe says the same as its end.
        }
        Thread limit = new Thread(Lifeline::haltLate, "stop-limit");
        limit.setDaemon(true);
        limit.start();
        System.exit(0);
    }

    private static void haltLate() {
        try {
            Thread.sleep(STOP_LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }
}
