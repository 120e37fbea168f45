package com.footstone.audit.query;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Whether everything came that was executed in a range.
 *
 * @param from first time of execution that belongs to the range
 * @param to first time after it
 * @param storedUntil up to when all that Kafka held is stored, if that is known yet
 * @param doubts all that speaks against it, of any producer that is asked about
 * @param untracked events of the range without a producer or a number
 * @param producers a page of those who sent events in the range, or were alive then
 */
public record Completeness(
        Instant from,
        Instant to,
        Optional<Instant> storedUntil,
        Set<Doubt> doubts,
        long untracked,
        Page<ProducerCompleteness> producers) {

    public Completeness {
        Objects.requireNonNull(storedUntil, "storedUntil is null");
        doubts = Set.copyOf(doubts);
    }

    /** Whether nothing speaks against it. */
    public boolean complete() {
        return doubts.isEmpty();
    }
}
