package com.footstone.audit.model.policy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A part of the day, on some days of the week. One that ends at or before it begins goes on into the next day, and belongs
 * to the day that it began on: Friday 22:00 to 06:00 covers Saturday's early morning.
 *
 * @param from when it begins
 * @param to when it has ended; the same as {@code from} for the whole day
 * @param days days that it begins on; empty for every day
 * @param zone whose clocks these are
 */
public record Hours(LocalTime from, LocalTime to, Set<DayOfWeek> days, ZoneId zone) {

    public Hours {
        Objects.requireNonNull(from, "from is null");
        Objects.requireNonNull(to, "to is null");
        Objects.requireNonNull(zone, "zone is null");
        days = Set.copyOf(Objects.requireNonNull(days, "days is null"));
    }

    /** Whether a moment lies within. */
    public boolean cover(Instant moment) {
        ZonedDateTime there = moment.atZone(zone);
        LocalTime time = there.toLocalTime();
        if (from.isBefore(to)) {
            return !time.isBefore(from) && time.isBefore(to) && begun(there.getDayOfWeek());
        }
        return time.isBefore(to)
                ? begun(there.getDayOfWeek().minus(1))
                : !time.isBefore(from) && begun(there.getDayOfWeek());
    }

    /** The days in the order of the week. */
    public Set<DayOfWeek> sortedDays() {
        return new TreeSet<>(days);
    }

    private boolean begun(DayOfWeek day) {
        return days.isEmpty() || days.contains(day);
    }
}
