package com.footstone.audit.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.footstone.audit.model.Severity;

/** Puts the rows that {@link OverviewSql} asks for together. */
final class OverviewRows {

    /** A row of the break-down: the sums of one hour, or of one severity, or of one kind. */
    sealed interface Slice {
        Overview.Totals totals();

        record Hour(Instant hour, Overview.Totals totals) implements Slice {}

        record Severe(Severity severity, Overview.Totals totals) implements Slice {}

        record Kind(String kind, Overview.Totals totals) implements Slice {}
    }

    /** How often a rule raised a finding. */
    record RuleCount(String rule, long raised) {}

    private OverviewRows() {}

    static Slice slice(ResultSet row) throws SQLException {
        Overview.Totals totals = totals(row);
        if (row.getInt("over_hours") == 0) {
            return new Slice.Hour(Instant.ofEpochSecond(row.getLong("hour_seconds")), totals);
        }
        if (row.getInt("over_severities") == 0) {
            return new Slice.Severe(Rows.severity(row, "severity"), totals);
        }
        return new Slice.Kind(row.getString("kind"), totals);
    }

    static Overview.ApplicationCount application(ResultSet row) throws SQLException {
        return new Overview.ApplicationCount(row.getString("application"), totals(row));
    }

    static RuleCount rule(ResultSet row) throws SQLException {
        return new RuleCount(row.getString("rule"), row.getLong("sum_raised"));
    }

    static Overview overview(
            OverviewFilter filter,
            List<Slice> slices,
            List<Overview.ApplicationCount> applications,
            List<RuleCount> rules) {
        Map<Instant, Overview.Totals> byHour = new HashMap<>();
        Map<Severity, Long> bySeverity = new EnumMap<>(Severity.class);
        List<Slice.Kind> kinds = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            bySeverity.put(severity, 0L);
        }
        for (Slice slice : slices) {
            if (slice instanceof Slice.Hour hour) {
                byHour.put(hour.hour(), hour.totals());
            } else if (slice instanceof Slice.Severe severe) {
                bySeverity.put(severe.severity(), severe.totals().events());
            } else if (slice instanceof Slice.Kind kind) {
                kinds.add(kind);
            }
        }
        return new Overview(
                filter.from(),
                filter.to(),
                byHour.values().stream().reduce(Overview.Totals.NONE, Overview.Totals::plus),
                Collections.unmodifiableMap(bySeverity),
                byKind(kinds),
                applications,
                byRule(rules),
                hours(filter, byHour));
    }

    private static Map<String, Long> byKind(List<Slice.Kind> kinds) {
        Map<String, Long> byKind = new LinkedHashMap<>();
        kinds.stream()
                .sorted(Comparator.comparingLong(
                                (Slice.Kind kind) -> kind.totals().events())
                        .reversed()
                        .thenComparing(Slice.Kind::kind))
                .forEach(kind -> byKind.put(kind.kind(), kind.totals().events()));
        return Collections.unmodifiableMap(byKind);
    }

    private static Map<String, Long> byRule(List<RuleCount> rules) {
        Map<String, Long> byRule = new LinkedHashMap<>();
        rules.forEach(rule -> byRule.put(rule.rule(), rule.raised()));
        return Collections.unmodifiableMap(byRule);
    }

    private static List<Overview.HourCount> hours(OverviewFilter filter, Map<Instant, Overview.Totals> byHour) {
        List<Overview.HourCount> hours = new ArrayList<>();
        for (Instant hour = filter.from(); hour.isBefore(filter.to()); hour = hour.plus(1, ChronoUnit.HOURS)) {
            hours.add(new Overview.HourCount(hour, byHour.getOrDefault(hour, Overview.Totals.NONE)));
        }
        return hours;
    }

    private static Overview.Totals totals(ResultSet row) throws SQLException {
        return new Overview.Totals(
                row.getLong("sum_events"),
                row.getLong("sum_failed"),
                row.getLong("sum_unchecked"),
                Duration.ofMillis(row.getLong("sum_duration")),
                Duration.ofMillis(row.getLong("max_duration")),
                row.getLong("sum_affected"),
                row.getLong("sum_returned"));
    }
}
