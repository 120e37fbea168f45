package com.footstone.audit.sink.completeness;

import java.time.Instant;
import java.util.Objects;

/**
 * Numbers in a row that did not come.
 *
 * @param first the first of them
 * @param last the last of them
 * @param missing how many of them did not come: all, unless it is blurred
 * @param blurred put together from several gaps, so that it is no longer known which numbers did not come
 * @param from time of an event around it
 * @param to time of another one, not before {@code from}
 * @param opened when it was found
 */
record Gap(long first, long last, long missing, boolean blurred, Instant from, Instant to, Instant opened) {

    Gap {
        Objects.requireNonNull(opened, "opened is null");
        if (first < 0 || last < first || to.isBefore(from)) {
            throw new IllegalArgumentException("not a gap: " + first + " to " + last);
        }
        if (missing < 1 || missing > last - first + 1 || (!blurred && missing != last - first + 1)) {
            throw new IllegalArgumentException(missing + " cannot be missing of " + first + " to " + last);
        }
    }

    /** A gap of which all numbers are missing; the times may be in either order, since numbers are given at the end. */
    static Gap between(long first, long last, Instant one, Instant other, Instant opened) {
        boolean ordered = one.isBefore(other);
        return new Gap(first, last, last - first + 1, false, ordered ? one : other, ordered ? other : one, opened);
    }

    boolean holds(long number) {
        return number >= first && number <= last;
    }
}
