package com.footstone.audit.detect.detectors;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.Dependent;

import com.footstone.audit.checking.Category;
import com.footstone.audit.checking.RuleInfo;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.config.Setting;
import com.footstone.audit.config.ValueType;
import com.footstone.audit.detect.Detector;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.anomaly.Anomaly;
import com.footstone.audit.model.anomaly.Window;
import com.footstone.audit.query.UserFailures;

/** Finds users who are refused again and again, or of whom most of what they try fails. */
@Dependent
public final class RepeatedFailures implements Detector {

    static final Setting<Duration> WINDOW = Setting.of(
            "checker.repeatedFailures.window",
            ValueType.duration(ChronoUnit.SECONDS, 10, 3600),
            "600",
            "The time over which a user's failures are counted; it slides.");
    static final Setting<Long> REFUSED = Setting.of(
            "checker.repeatedFailures.refused",
            ValueType.count(1, 1_000_000_000, "statements"),
            "5",
            "So many statements in the window that the user had no right to, or no valid password for, are conspicuous.");
    static final Setting<Long> CRITICAL = Setting.of(
            "checker.repeatedFailures.critical",
            ValueType.count(1, 1_000_000_000, "statements"),
            "50",
            "So many of those are critical.");
    static final Setting<Long> FAILURES = Setting.of(
            "checker.repeatedFailures.failures",
            ValueType.count(1, 1_000_000_000, "failures"),
            "20",
            "So many failures of any kind in the window are conspicuous, if they are a large share.");
    static final Setting<Integer> SHARE = Setting.of(
            "checker.repeatedFailures.share",
            ValueType.integer(1, 100, "percent"),
            "50",
            "Failures are a large share of a user's statements if they reach this.");

    private static final RuleInfo INFO = RuleInfo.of(
            "RepeatedFailures",
            "Repeated failures of one user",
            Severity.HIGH,
            Category.SECURITY,
            "One user was refused again and again at a database, or most of what the user tried there failed.",
            WINDOW,
            REFUSED,
            CRITICAL,
            FAILURES,
            SHARE);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Look with(Thresholds thresholds) {
        thresholds.requireOrder(REFUSED, CRITICAL);
        Duration length = thresholds.get(WINDOW);
        long refused = thresholds.get(REFUSED);
        long critical = thresholds.get(CRITICAL);
        UserFailures.Least least = new UserFailures.Least(refused, thresholds.get(FAILURES), thresholds.get(SHARE));
        return (window, knowledge) -> {
            Window slid = window.reachingBack(length);
            List<UserFailures> users = knowledge.activity().userFailures(slid, least);
            return Worst.of(users, user -> anomaly(user, slid, least, critical));
        };
    }

    static Anomaly anomaly(UserFailures user, Window window, UserFailures.Least least, long critical) {
        return new Anomaly(
                INFO.id(),
                user.subject(),
                window,
                severity(user, least, critical),
                degree(user, least),
                message(user),
                Evidence.of(user.executed())
                        .with("statements", user.statements())
                        .with("failed", user.failed())
                        .with("percent", String.format(Locale.ROOT, "%.1f", user.percent()))
                        .with("refused", user.refused())
                        .with("differentStatements", user.fingerprints())
                        .with("thresholdRefused", least.refused())
                        .with("thresholdFailed", least.failed())
                        .states(user.states())
                        .values());
    }

    private static Severity severity(UserFailures user, UserFailures.Least least, long critical) {
        if (user.refused() >= critical) {
            return Severity.CRITICAL;
        }
        return user.refused() >= least.refused() ? Severity.HIGH : Severity.MEDIUM;
    }

    /** How often the thresholds fit into what was seen; being refused weighs more by its lower threshold. */
    private static double degree(UserFailures user, UserFailures.Least least) {
        return (double) user.refused() / least.refused() + (double) user.failed() / least.failed();
    }

    private static String message(UserFailures user) {
        String failed = "Of " + user.statements() + " statements of one user " + user.failed() + " failed";
        return user.refused() == 0 ? failed + "." : failed + ", " + user.refused() + " for want of a right.";
    }
}
