package com.footstone.audit.model.anomaly;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import com.footstone.audit.model.InvalidValueException;

/**
 * A stretch of time; unless a detector says otherwise, of the time at which the service received executions.
 *
 * @param from first instant that belongs to it
 * @param to first instant after it
 */
public record Window(Instant from, Instant to) {

    public Window {
        Objects.requireNonNull(from, "from is null");
        Objects.requireNonNull(to, "to is null");
        if (!from.isBefore(to)) {
            throw new InvalidValueException("from", "of a window is not before its end");
        }
    }

    /** The window of a length that ends where this one does. */
    public Window reachingBack(Duration length) {
        return new Window(to.minus(length), to);
    }
}
