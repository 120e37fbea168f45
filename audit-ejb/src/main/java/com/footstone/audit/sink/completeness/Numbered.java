package com.footstone.audit.sink.completeness;

import java.time.Instant;
import java.util.Objects;

/**
 * A number that a producer gave, and when the statement that got it was executed.
 *
 * @param number from 0 to {@link #MAX}
 */
record Numbered(long number, Instant time) {

    /** Higher numbers are no sequence, and would leave no room to count. */
    static final long MAX = 1L << 62;

    Numbered {
        Objects.requireNonNull(time, "time is null");
        if (!isNumber(number)) {
            throw new IllegalArgumentException("not the number of an event: " + number);
        }
    }

    static boolean isNumber(long number) {
        return number >= 0 && number <= MAX;
    }
}
