package com.footstone.audit.detect.detectors;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

import jakarta.enterprise.context.Dependent;

import com.footstone.audit.checking.Category;
import com.footstone.audit.checking.RuleInfo;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.config.Setting;
import com.footstone.audit.config.ValueType;
import com.footstone.audit.detect.Detector;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.anomaly.Anomaly;
import com.footstone.audit.model.anomaly.Sighting;
import com.footstone.audit.model.anomaly.Window;
import com.footstone.audit.query.ActivityQueries;
import com.footstone.audit.query.HourlyVolume;
import com.footstone.audit.query.HourlyVolume.Hour;

/** Finds applications that do far more in an hour than in the same hour of the days before. */
@Dependent
public final class VolumeAnomaly implements Detector {

    static final Setting<Integer> DAYS = Setting.of(
            "checker.volumeAnomaly.days",
            ValueType.integer(7, 90, "days"),
            "28",
            "How many days an hour is compared with.");
    static final Setting<Integer> LEAST_DAYS = Setting.of(
            "checker.volumeAnomaly.leastDays",
            ValueType.integer(1, 90, "days"),
            "7",
            "An application that is known for fewer days is not judged.");
    static final Setting<Integer> DEVIATIONS = Setting.of(
            "checker.volumeAnomaly.deviations",
            ValueType.integer(1, 1000, "deviations"),
            "8",
            "So many usual deviations above the median are conspicuous.");
    static final Setting<Long> STATEMENTS = Setting.of(
            "checker.volumeAnomaly.statements",
            ValueType.count(1, 1_000_000_000_000L, "statements"),
            "1000",
            "Fewer statements in an hour are not much, whatever is usual.");
    static final Setting<Long> ROWS = Setting.of(
            "checker.volumeAnomaly.rows",
            ValueType.count(1, 1_000_000_000_000L, "rows"),
            "100000",
            "Fewer rows returned in an hour are not much, whatever is usual.");

    private static final RuleInfo INFO = RuleInfo.of(
            "VolumeAnomaly",
            "Unusual volume",
            Severity.MEDIUM,
            Category.SECURITY,
            "An application executed or read far more in an hour than in the same hour of the days before.",
            DAYS,
            LEAST_DAYS,
            DEVIATIONS,
            STATEMENTS,
            ROWS);

    /** After the hour's end; what comes later was long under way. */
    private static final Duration SETTLING = Duration.ofMinutes(5);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Look with(Thresholds thresholds) {
        Limits limits = new Limits(
                thresholds.get(LEAST_DAYS),
                thresholds.get(DEVIATIONS),
                thresholds.get(STATEMENTS),
                thresholds.get(ROWS));
        thresholds.requireOrder(LEAST_DAYS, DAYS);
        int days = thresholds.get(DAYS);
        return (window, knowledge) -> dueHour(window)
                .map(hour -> sighting(knowledge.activity().volumes(hour, days), hour, limits))
                .orElse(new Sighting(List.of(), false));
    }

    /** The hour that is to be judged in a window; most windows have none. */
    static Optional<Instant> dueHour(Window window) {
        Instant end = window.to().minus(SETTLING).truncatedTo(ChronoUnit.HOURS);
        return window.from().minus(SETTLING).isBefore(end)
                ? Optional.of(end.minus(1, ChronoUnit.HOURS))
                : Optional.empty();
    }

    private static Sighting sighting(List<HourlyVolume> volumes, Instant hour, Limits limits) {
        List<Anomaly> found = volumes.stream()
                .flatMap(volume -> limits.judge(volume, hour).stream())
                .sorted(Comparator.comparingDouble(Anomaly::degree).reversed())
                .toList();
        return Worst.of(found, volumes.size() > ActivityQueries.MOST_PAIRS);
    }

    /** What is unusual. */
    record Limits(int leastDays, int deviations, long statements, long rows) {

        /** What is unusual about an application's hour: the statements or else the rows. */
        Optional<Anomaly> judge(HourlyVolume volume, Instant hour) {
            return measured(volume, hour, "statements", Hour::statements, statements)
                    .or(() -> measured(volume, hour, "rows", Hour::rows, rows));
        }

        private Optional<Anomaly> measured(
                HourlyVolume volume, Instant hour, String unit, ToLongFunction<Hour> measure, long least) {
            long observed = volume.in(hour).map(measure::applyAsLong).orElse(0L);
            Window window = new Window(hour, hour.plus(1, ChronoUnit.HOURS));
            return new UnusualVolume(INFO.id(), leastDays, deviations)
                    .judge(volume.subject(), window, unit, observed, least, past(volume, hour, measure));
        }
    }

    /** The same hour of each day before since the first; a day on which nothing was done counts. */
    private static Past past(HourlyVolume volume, Instant hour, ToLongFunction<Hour> measure) {
        long days = volume.hours().stream()
                .map(Hour::start)
                .min(Comparator.naturalOrder())
                .map(first -> Duration.between(first, hour).toDays())
                .orElse(0L);
        Map<Long, Long> numbers = volume.hours().stream()
                .collect(Collectors.toMap(
                        one -> Duration.between(one.start(), hour).toDays(), measure::applyAsLong));
        return Past.of(days, numbers);
    }
}
