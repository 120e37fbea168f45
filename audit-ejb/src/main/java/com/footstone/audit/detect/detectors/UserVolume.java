package com.footstone.audit.detect.detectors;

import java.util.List;

import jakarta.enterprise.context.Dependent;

import com.footstone.audit.checking.Category;
import com.footstone.audit.checking.RuleInfo;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.config.Setting;
import com.footstone.audit.config.ValueType;
import com.footstone.audit.detect.Detector;
import com.footstone.audit.model.Severity;
import com.footstone.audit.query.ActivityQueries;
import com.footstone.audit.query.UserHour;
import com.footstone.audit.sink.anomaly.Volumes.Amount;

/** Finds users who do far more in an hour than in the same hour of the days before. */
@Dependent
public final class UserVolume implements Detector {

    static final Setting<Integer> DAYS = Setting.of(
            "checker.userVolume.days",
            ValueType.integer(7, 90, "days"),
            "28",
            "How many days an hour is compared with.");
    static final Setting<Integer> LEAST_DAYS = Setting.of(
            "checker.userVolume.leastDays",
            ValueType.integer(1, 90, "days"),
            "7",
            "A user that is known for fewer days is not judged.");
    static final Setting<Integer> DEVIATIONS = Setting.of(
            "checker.userVolume.deviations",
            ValueType.integer(1, 1000, "deviations"),
            "8",
            "So many usual deviations above the median are conspicuous.");
    static final Setting<Long> STATEMENTS = Setting.of(
            "checker.userVolume.statements",
            ValueType.count(1, 1_000_000_000_000L, "statements"),
            "1000",
            "Fewer statements in an hour are not much, whatever is usual.");
    static final Setting<Long> ROWS = Setting.of(
            "checker.userVolume.rows",
            ValueType.count(1, 1_000_000_000_000L, "rows"),
            "20000",
            "Fewer rows returned in an hour are not much, whatever is usual.");
    static final Setting<Long> USERS = Setting.of(
            "checker.userVolume.users",
            ValueType.count(1, 1_000_000, "users"),
            "1000",
            "Where so many end users come through one database user they are a public, and not judged one by one.");

    private static final RuleInfo INFO = RuleInfo.of(
            "UserVolume",
            "Unusual volume of one user",
            Severity.MEDIUM,
            Category.SECURITY,
            "A user executed or read far more in an hour than in the same hour of the days before.",
            DAYS,
            LEAST_DAYS,
            DEVIATIONS,
            STATEMENTS,
            ROWS,
            USERS);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Look with(Thresholds thresholds) {
        thresholds.requireOrder(LEAST_DAYS, DAYS);
        UnusualVolume unusual = new UnusualVolume(INFO.id(), thresholds.get(LEAST_DAYS), thresholds.get(DEVIATIONS));
        int days = thresholds.get(DAYS);
        RunningVolumes running = new RunningVolumes(unusual, days, thresholds.get(STATEMENTS), thresholds.get(ROWS));
        Crowds crowds = new Crowds(INFO.id(), thresholds.get(USERS));
        return (window, knowledge) -> {
            List<UserHour> seen = knowledge.activity().userHours(window);
            List<UserHour> timely = seen.stream()
                    .filter(hour -> UnusualHours.isTimely(hour.hour(), window, days))
                    .toList();
            List<Amount> amounts =
                    crowds.small(timely, hour -> Crowds.endUser(hour.subject()), window.from(), knowledge).stream()
                            .map(hour -> new Amount(hour.subject(), hour.hour(), hour.executions(), hour.rows()))
                            .toList();
            return running.at(amounts, seen.size() > ActivityQueries.MOST_PAIRS, window, knowledge);
        };
    }
}
