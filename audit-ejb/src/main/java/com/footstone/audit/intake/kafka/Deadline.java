package com.footstone.audit.intake.kafka;

import java.time.Duration;

/** The end of the time that something may take. */
public final class Deadline {

    private final long start = System.nanoTime();
    private final long limit;

    private Deadline(Duration limit) {
        this.limit = limit.toNanos();
    }

    /** A deadline so far from now. */
    public static Deadline in(Duration limit) {
        return new Deadline(limit);
    }

    public boolean passed() {
        return System.nanoTime() - start > limit;
    }
}
