package com.footstone.audit.capture.delivery;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what went wrong inside capture and logs it at most once a minute, so that capture in trouble never floods the
 * application's log. Only the kind of an exception is logged: its message may repeat SQL or values.
 */
public final class FailureLog {

    private static final Logger LOG = LoggerFactory.getLogger("com.footstone.audit.capture");
    private static final long QUIET_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final LongAdder count = new LongAdder();
    private final AtomicLong lastLogged = new AtomicLong(System.nanoTime() - QUIET_NANOS);

    /** Counts a failure that was swallowed and, unless another was just logged, logs it. */
    public void report(String what, Throwable failure) {
        report(what + " (" + failure.getClass().getName() + ")");
    }

    void report(String what) {
        count.increment();
        long now = System.nanoTime();
        long last = lastLogged.get();
        if (now - last >= QUIET_NANOS && lastLogged.compareAndSet(last, now)) {
            LOG.warn("Capture of SQL: {}. The application is not affected; {} such failures so far", what, count.sum());
        }
    }

    /** How many failures there were. */
    public long count() {
        return count.sum();
    }
}
