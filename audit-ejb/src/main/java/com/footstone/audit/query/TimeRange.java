package com.footstone.audit.query;

import java.time.Instant;
import java.util.Optional;

import com.footstone.audit.model.InvalidValueException;

/**
 * A stretch of time, open at either end where no limit is given.
 *
 * @param from first instant that belongs to it, from 1970-01-01
 * @param to first instant after it, until 2200-01-01
 */
public record TimeRange(Optional<Instant> from, Optional<Instant> to) {

    /** All of time. */
    public static final TimeRange ALWAYS = new TimeRange(Optional.empty(), Optional.empty());

    private static final Instant EARLIEST = Instant.EPOCH;
    /** ClickHouse counts until the end of 2299. */
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    public TimeRange {
        from.ifPresent(start -> requireBounds("from", start));
        to.ifPresent(end -> requireBounds("to", end));
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            throw new InvalidValueException("from", "is not before to");
        }
    }

    /**
     * A range that has both ends.
     *
     * @throws InvalidValueException if {@code from} is not before {@code to}, or either is out of bounds
     */
    public static TimeRange between(Instant from, Instant to) {
        return new TimeRange(Optional.of(from), Optional.of(to));
    }

    private static void requireBounds(String name, Instant value) {
        if (value.isBefore(EARLIEST) || value.isAfter(LATEST)) {
            throw new InvalidValueException(name, "is not between " + EARLIEST + " and " + LATEST);
        }
    }
}
