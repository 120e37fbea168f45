package com.footstone.audit.model.policy;

import java.time.DayOfWeek;
import java.time.Duration;
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

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

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

    /** Whether it is every day, and leaves out no more than a minute, which is what 00:00 to 23:59 means. */
    public boolean always() {
        long left = Math.floorMod(from.toNanoOfDay() - to.toNanoOfDay(), DAY.toNanos());
        return left <= MINUTE.toNanos() && (days.isEmpty() || days.size() == DayOfWeek.values().length);
    }

    /** The days in the order of the week. */
    public Set<DayOfWeek> sortedDays() {
        return new TreeSet<>(days);
    }

    private boolean begun(DayOfWeek day) {
        return days.isEmpty() || days.contains(day);
    }
}
