package com.footstone.audit.dev.shop;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets a worker do one thing after the other at a steady rate, until it is told to stop. */
final class Pace {

    /** A worker this far behind does not try to catch up: a burst after a pause would be no steady rate. */
    private static final long MOST_BEHIND = TimeUnit.SECONDS.toNanos(2);

    private final long interval;
    private final CountDownLatch stop;
    private long next = System.nanoTime();

    Pace(Duration interval, CountDownLatch stop) {
        this.interval = interval.toNanos();
        this.stop = stop;
    }

    static Pace perSecond(double rate, CountDownLatch stop) {
        return new Pace(Duration.ofNanos((long) (TimeUnit.SECONDS.toNanos(1) / rate)), stop);
    }

    /** Waits for the next turn and returns {@code true}, or returns {@code false} as soon as it is time to stop. */
    boolean awaitTurn() throws InterruptedException {
        long wait = next - System.nanoTime();
        next = Math.max(next, System.nanoTime() - MOST_BEHIND) + interval;
        return !stop.await(Math.max(0, wait), TimeUnit.NANOSECONDS);
    }
}
