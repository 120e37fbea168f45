package com.footstone.audit.query;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.footstone.audit.model.Severity;

/**
 * What happened in a stretch of whole hours.
 *
 * @param from begin of the first hour
 * @param to end of the last hour
 * @param total sums over all of it
 * @param bySeverity events by severity of the verdict, all severities, from harmless to worst
 * @param byKind events by what the statement does, most frequent first
 * @param byApplication the applications with most events, most first
 * @param byRule findings by rule, most frequent first
 * @param hours events by hour, every hour of the range in order
 */
public record Overview(
        Instant from,
        Instant to,
        Totals total,
        Map<Severity, Long> bySeverity,
        Map<String, Long> byKind,
        List<ApplicationCount> byApplication,
        Map<String, Long> byRule,
        List<HourCount> hours) {

    public Overview {
        byApplication = List.copyOf(byApplication);
        hours = List.copyOf(hours);
    }

    /**
     * Sums.
     *
     * @param events executions
     * @param failures executions that the database failed
     * @param incomplete executions of which something could not be checked
     * @param duration time of all together
     * @param longest time of the longest
     * @param rowsAffected rows changed, as far as known
     * @param rowsReturned rows read, as far as known
     */
    public record Totals(
            long events,
            long failures,
            long incomplete,
            Duration duration,
            Duration longest,
            long rowsAffected,
            long rowsReturned) {

        static final Totals NONE = new Totals(0, 0, 0, Duration.ZERO, Duration.ZERO, 0, 0);

        Totals plus(Totals other) {
            return new Totals(
                    events + other.events,
                    failures + other.failures,
                    incomplete + other.incomplete,
                    duration.plus(other.duration),
                    longest.compareTo(other.longest) >= 0 ? longest : other.longest,
                    rowsAffected + other.rowsAffected,
                    rowsReturned + other.rowsReturned);
        }
    }

    /**
     * The share of one application.
     *
     * @param application its name, empty for events without
     * @param total sums over its events
     */
    public record ApplicationCount(String application, Totals total) {}

    /**
     * The share of one hour.
     *
     * @param hour its begin
     * @param total sums over its events
     */
    public record HourCount(Instant hour, Totals total) {}
}
