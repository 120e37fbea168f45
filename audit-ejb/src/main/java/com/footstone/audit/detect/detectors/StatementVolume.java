package com.footstone.audit.detect.detectors;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.Dependent;

import com.footstone.audit.checking.Category;
import com.footstone.audit.checking.RuleInfo;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.config.Setting;
import com.footstone.audit.config.ValueType;
import com.footstone.audit.detect.Detector;
import com.footstone.audit.model.Severity;
import com.footstone.audit.query.ActivityQueries;
import com.footstone.audit.query.StatementHour;
import com.footstone.audit.sink.anomaly.Acquaintances.Pair;
import com.footstone.audit.sink.anomaly.Volumes.Amount;

/** Finds statements that an application executes far more often in an hour than in the same hour of the days before. */
@Dependent
public final class StatementVolume implements Detector {

    static final Setting<Integer> DAYS = Setting.of(
            "checker.statementVolume.days",
            ValueType.integer(7, 90, "days"),
            "28",
            "How many days an hour is compared with.");
    static final Setting<Integer> LEAST_DAYS = Setting.of(
            "checker.statementVolume.leastDays",
            ValueType.integer(1, 90, "days"),
            "7",
            "A statement that is known for fewer days is not judged.");
    static final Setting<Integer> DEVIATIONS = Setting.of(
            "checker.statementVolume.deviations",
            ValueType.integer(1, 1000, "deviations"),
            "8",
            "So many usual deviations above the median are conspicuous.");
    static final Setting<Long> EXECUTIONS = Setting.of(
            "checker.statementVolume.executions",
            ValueType.count(1, 1_000_000_000_000L, "executions"),
            "1000",
            "Fewer executions in an hour are not much, whatever is usual.");
    static final Setting<Long> ROWS = Setting.of(
            "checker.statementVolume.rows",
            ValueType.count(1, 1_000_000_000_000L, "rows"),
            "100000",
            "Fewer rows returned in an hour are not much, whatever is usual.");
    static final Setting<Long> REMEMBERED = Setting.of(
            "checker.statementVolume.remembered",
            ValueType.count(1, 1_000_000, "statements"),
            "10000",
            "An application with more statements makes them up as it goes, and none of them is judged.");

    private static final RuleInfo INFO = RuleInfo.of(
            "StatementVolume",
            "Unusual volume of one statement",
            Severity.MEDIUM,
            Category.RELIABILITY,
            "An application executed a statement, or read by it, far more in an hour than in the same hour of the days before.",
            DAYS,
            LEAST_DAYS,
            DEVIATIONS,
            EXECUTIONS,
            ROWS,
            REMEMBERED);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Look with(Thresholds thresholds) {
        thresholds.requireOrder(LEAST_DAYS, DAYS);
        UnusualVolume unusual = new UnusualVolume(INFO.id(), thresholds.get(LEAST_DAYS), thresholds.get(DEVIATIONS));
        int days = thresholds.get(DAYS);
        RunningVolumes running = new RunningVolumes(unusual, days, thresholds.get(EXECUTIONS), thresholds.get(ROWS));
        Crowds applications = new Crowds(INFO.id(), thresholds.get(REMEMBERED));
        return (window, knowledge) -> {
            List<StatementHour> seen = knowledge.activity().statementHours(window);
            List<StatementHour> timely = seen.stream()
                    .filter(hour -> UnusualHours.isTimely(hour.hour(), window, days))
                    .toList();
            List<Amount> amounts =
                    applications.small(timely, StatementVolume::membership, window.from(), knowledge).stream()
                            .map(hour -> new Amount(hour.subject(), hour.hour(), hour.executions(), hour.rows()))
                            .toList();
            return running.at(amounts, seen.size() > ActivityQueries.MOST_PAIRS, window, knowledge);
        };
    }

    private static Optional<Pair> membership(StatementHour hour) {
        return Optional.of(new Pair(hour.subject().through(""), hour.subject().fingerprint()));
    }
}
