package com.footstone.audit.query;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.footstone.audit.model.anomaly.Subject;

/**
 * How much an application did in an hour, and in the same hour of days before.
 *
 * @param subject the application
 * @param hours the hours in which it did anything
 */
public record HourlyVolume(Subject subject, List<Hour> hours) {

    public HourlyVolume {
        Objects.requireNonNull(subject, "subject is null");
        hours = List.copyOf(hours);
    }

    /** What it did in one of the hours. */
    public Optional<Hour> in(Instant start) {
        return hours.stream().filter(hour -> hour.start().equals(start)).findFirst();
    }

    /**
     * What was done in an hour.
     *
     * @param start its beginning
     * @param statements executions
     * @param rows rows that were returned, as far as producers tell
     */
    public record Hour(Instant start, long statements, long rows) {}
}
