package com.footstone.audit.detect.simulation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The time in which a company lives: weeks from a Monday on, in UTC. Clocks go forward after some of them. */
final class Calendar {

    static final Instant BEGIN = Instant.parse("2026-01-05T00:00:00Z");

    private static final int SUMMER_WEEK = 8;

    private Calendar() {}

    static Instant at(int day, int hour, int minute) {
        return BEGIN.plus(day, ChronoUnit.DAYS).plus(hour, ChronoUnit.HOURS).plus(minute, ChronoUnit.MINUTES);
    }

    static int day(Instant time) {
        return (int) Duration.between(BEGIN, time).toDays();
    }

    static int week(Instant time) {
        return day(time) / 7;
    }

    static boolean isWorkday(int day) {
        return day % 7 < DayOfWeek.FRIDAY.getValue();
    }

    /** What clocks on the wall show, in hours since midnight. */
    static double wallClock(Instant time) {
        int summer = week(time) >= SUMMER_WEEK ? 1 : 0;
        return time.atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay() / 3600.0 + summer;
    }

    static int dayOfMonth(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC).getDayOfMonth();
    }
}
