package com.footstone.audit.sink.anomaly;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import com.footstone.audit.model.anomaly.Window;

/**
 * Which window is due.
 *
 * @param step length of a window
 * @param completeUntil everything that was received before is stored
 * @param longest what lies further back than this is not judged any more
 */
public record Schedule(Duration step, Instant completeUntil, Duration longest) {

    public Schedule {
        Objects.requireNonNull(step, "step is null");
        Objects.requireNonNull(completeUntil, "completeUntil is null");
        Objects.requireNonNull(longest, "longest is null");
        if (step.isNegative() || step.isZero()) {
            throw new IllegalArgumentException("step is not positive");
        }
    }

    /** Where to begin if nothing was judged yet: at the last end of a window, counted from 1970, that is complete. */
    public Instant beginning() {
        long steps = completeUntil.toEpochMilli() / step.toMillis();
        return Instant.ofEpochMilli(steps * step.toMillis());
    }

    /** The window after what was judged; nothing while it is not complete. */
    Optional<Turn> next(Instant judgedUntil) {
        long skipped = skipped(judgedUntil);
        Instant from = judgedUntil.plus(step.multipliedBy(skipped));
        Instant to = from.plus(step);
        return to.isAfter(completeUntil) ? Optional.empty() : Optional.of(new Turn(new Window(from, to), skipped));
    }

    private long skipped(Instant judgedUntil) {
        Duration late = Duration.between(judgedUntil, completeUntil.minus(longest));
        return late.isNegative() ? 0 : (late.toMillis() + step.toMillis() - 1) / step.toMillis();
    }

    /**
     * What is to be judged next.
     *
     * @param skipped windows before it that are too old
     */
    record Turn(Window window, long skipped) {}
}
