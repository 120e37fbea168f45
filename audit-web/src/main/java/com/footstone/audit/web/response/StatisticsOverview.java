package com.footstone.audit.web.response;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.footstone.audit.query.Overview;

/**
 * What happened in a stretch of whole hours.
 *
 * @param from begin of the first hour
 * @param to end of the last hour
 * @param total sums over all of it
 * @param bySeverity events by severity of the verdict
 * @param byKind events by what the statement does, most frequent first
 * @param byApplication the 20 applications with most events, most first
 * @param byRule findings by rule, most frequent first
 * @param hours sums by the hour
 */
@Schema(description = "What happened in a stretch of whole hours")
public record StatisticsOverview(
        @Schema(description = "Begin of the first hour: what was asked for, rounded down")
        Instant from,

        @Schema(description = "End of the last hour: what was asked for, rounded up")
        Instant to,

        Totals total,
        Map<String, Long> bySeverity,
        Map<String, Long> byKind,
        List<ApplicationTotals> byApplication,
        Map<String, Long> byRule,
        List<HourTotals> hours) {

    public static StatisticsOverview of(Overview overview) {
        Map<String, Long> bySeverity = new LinkedHashMap<>();
        overview.bySeverity().forEach((severity, events) -> bySeverity.put(severity.name(), events));
        return new StatisticsOverview(
                overview.from(),
                overview.to(),
                Totals.of(overview.total()),
                bySeverity,
                overview.byKind(),
                overview.byApplication().stream().map(ApplicationTotals::of).toList(),
                overview.byRule(),
                overview.hours().stream().map(HourTotals::of).toList());
    }

    /**
     * Sums.
     *
     * @param events executions
     * @param failures executions that the database failed
     * @param incomplete executions of which something could not be checked
     * @param rowsAffected rows changed, as far as known
     * @param rowsReturned rows read, as far as known
     * @param meanDurationMs mean duration in milliseconds, null if there are no events
     * @param maxDurationMs longest duration in milliseconds, null if there are no events
     */
    public record Totals(
            long events,
            long failures,
            long incomplete,
            long rowsAffected,
            long rowsReturned,
            @Schema(nullable = true) Double meanDurationMs,
            @Schema(nullable = true) Long maxDurationMs) {

        static Totals of(Overview.Totals totals) {
            boolean none = totals.events() == 0;
            return new Totals(
                    totals.events(),
                    totals.failures(),
                    totals.incomplete(),
                    totals.rowsAffected(),
                    totals.rowsReturned(),
                    none ? null : mean(totals),
                    none ? null : totals.longest().toMillis());
        }

        /** To the microsecond: more digits would be noise. */
        private static Double mean(Overview.Totals totals) {
            return Math.round(1000.0 * totals.duration().toMillis() / totals.events()) / 1000.0;
        }
    }

    /**
     * The share of one application.
     *
     * @param application its name, null for events without
     * @param total its sums
     */
    public record ApplicationTotals(@Schema(nullable = true) String application, Totals total) {

        static ApplicationTotals of(Overview.ApplicationCount count) {
            return new ApplicationTotals(Unknowns.text(count.application()), Totals.of(count.total()));
        }
    }

    /**
     * The share of one hour.
     *
     * @param hour its begin
     * @param total its sums
     */
    public record HourTotals(Instant hour, Totals total) {

        static HourTotals of(Overview.HourCount count) {
            return new HourTotals(count.hour(), Totals.of(count.total()));
        }
    }
}
