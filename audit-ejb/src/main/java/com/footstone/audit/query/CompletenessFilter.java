package com.footstone.audit.query;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import com.footstone.audit.model.InvalidValueException;

/**
 * Whose completeness is asked for, and over which executions.
 *
 * @param from first time of execution that belongs to the range; otherwise a day before its end
 * @param to first time after it; otherwise up to when all that Kafka held is stored
 * @param producer one producer
 * @param tenant producers that sent events of this tenant, and perhaps of others
 * @param application producers that sent events of this application, and perhaps of others
 */
public record CompletenessFilter(
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> producer,
        Optional<String> tenant,
        Optional<String> application) {

    /** Longest range. */
    public static final Duration LONGEST = Duration.ofDays(400);

    /** Length of a range of which only the end is known. */
    public static final Duration USUAL = Duration.ofHours(24);

    public CompletenessFilter {
        Objects.requireNonNull(producer, "producer is null");
        Objects.requireNonNull(tenant, "tenant is null");
        Objects.requireNonNull(application, "application is null");
        new TimeRange(from, to);
        if (from.isPresent()
                && to.isPresent()
                && Duration.between(from.get(), to.get()).compareTo(LONGEST) > 0) {
            throw new InvalidValueException("from", "is more than " + LONGEST.toDays() + " days before to");
        }
    }

    /** The same with another end. */
    CompletenessFilter until(Instant end) {
        return new CompletenessFilter(from, Optional.of(end), producer, tenant, application);
    }

    /**
     * The range that is meant.
     *
     * @param stored up to when all that Kafka held is stored
     * @param now the time; the end where that is not known, or lies before the begin
     */
    Range range(Optional<Instant> stored, Instant now) {
        Instant end = to.orElseGet(() ->
                stored.filter(until -> from.map(until::isAfter).orElse(true)).orElse(now));
        return new Range(from.orElse(end.minus(USUAL)), end);
    }

    /**
     * A stretch of time with both ends.
     *
     * @param from first instant that belongs to it
     * @param to first instant after it
     */
    record Range(Instant from, Instant to) {}
}
