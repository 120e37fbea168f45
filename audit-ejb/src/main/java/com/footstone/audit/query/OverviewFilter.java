package com.footstone.audit.query;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import com.footstone.audit.model.InvalidValueException;

/**
 * What an overview is asked of. Statistics are kept by the hour, so a range that does not lie on hours is widened to the
 * hours that it touches.
 *
 * @param from begin of the first hour
 * @param to end of the last hour
 * @param tenant tenant that the events belong to
 * @param application application that ran the statements
 */
public record OverviewFilter(Instant from, Instant to, Optional<String> tenant, Optional<String> application) {

    /** Longest range, so that an answer stays within some ten thousand rows. */
    public static final Duration LONGEST = Duration.ofDays(400);

    public OverviewFilter {
        from = from.truncatedTo(ChronoUnit.HOURS);
        Instant hour = to.truncatedTo(ChronoUnit.HOURS);
        to = hour.equals(to) ? hour : hour.plus(1, ChronoUnit.HOURS);
        TimeRange.between(from, to);
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new InvalidValueException("from", "is more than " + LONGEST.toDays() + " days before to");
        }
    }
}
