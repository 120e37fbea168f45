package com.footstone.audit.intake.decode;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * The times at which an event can have happened. What is older than the retention would be deleted as soon as it was
 * stored, and could open any number of monthly partitions; what is in the future could never be asked for by "the last
 * hour" and would outlive its retention.
 *
 * @param now the time that timestamps are judged by
 * @param retention how long events are kept, more than zero and at most {@link #LONGEST_RETENTION}
 */
record TimestampWindow(Instant now, Duration retention) {

    /** How far the clocks of producers may be ahead. */
    static final Duration TOLERANCE = Duration.ofSeconds(5);

    /** Keeps the start of the window inside what the event store can hold, which begins in 1900. */
    static final Duration LONGEST_RETENTION = Duration.ofDays(36_500);

    TimestampWindow {
        Objects.requireNonNull(now, "now is null");
        Objects.requireNonNull(retention, "retention is null");
        if (retention.isNegative() || retention.isZero() || retention.compareTo(LONGEST_RETENTION) > 0) {
            throw new IllegalArgumentException("retention is " + retention + "; it must be more than zero and at most "
                    + LONGEST_RETENTION.toDays() + " days");
        }
    }

    /** Refuses a time outside the window. */
    void check(Instant timestamp) throws Rejection {
        if (timestamp.isAfter(now.plus(TOLERANCE))) {
            throw new Rejection(
                    Reason.FUTURE_TIMESTAMP,
                    "timestamp is more than " + TOLERANCE.toSeconds()
                            + " s in the future; check the clocks of the producer and of this service");
        }
        if (timestamp.isBefore(now.minus(retention))) {
            throw new Rejection(
                    Reason.OLDER_THAN_RETENTION,
                    "timestamp is older than events are kept (" + retention.toHours() + " hours)");
        }
    }
}
