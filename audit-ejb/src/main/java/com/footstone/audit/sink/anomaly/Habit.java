package com.footstone.audit.sink.anomaly;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

import com.footstone.audit.model.anomaly.Subject;

/**
 * When an actor was seen in the days before a day. Days and hours are those of UTC; of hours bit 0 is the one after midnight.
 *
 * @param actor who
 * @param day the day that follows
 * @param since when the actor was first heard of
 * @param days on how many days the actor was seen
 * @param workdayHours the hours, of any day from Monday to Friday
 * @param weekendHours the hours, of any Saturday or Sunday
 */
public record Habit(Subject actor, LocalDate day, Instant since, long days, int workdayHours, int weekendHours) {

    public Habit {
        Objects.requireNonNull(actor, "actor is null");
        Objects.requireNonNull(day, "day is null");
        Objects.requireNonNull(since, "since is null");
    }

    /** Whether the actor is known for so long, and was seen on so many days of it, that there is something usual. */
    public boolean isSettled(Instant now, Duration learning, long leastDays) {
        return !now.isBefore(since.plus(learning)) && days >= leastDays;
    }
}
