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
import com.footstone.audit.query.FailureRate;

/** Finds applications of which many statements fail at a database. */
@Dependent
public final class ErrorRate implements Detector {

    static final Setting<Duration> WINDOW = Setting.of(
            "checker.errorRate.window",
            ValueType.duration(ChronoUnit.SECONDS, 10, 3600),
            "300",
            "The time over which failures are counted; it slides.");
    static final Setting<Long> STATEMENTS = Setting.of(
            "checker.errorRate.statements",
            ValueType.count(1, 1_000_000_000, "statements"),
            "20",
            "Fewer statements in the window tell nothing about a rate.");
    static final Setting<Long> FAILURES = Setting.of(
            "checker.errorRate.failures",
            ValueType.count(1, 1_000_000_000, "failures"),
            "5",
            "Fewer failures in the window are nothing to look into, whatever the rate.");
    static final Setting<Integer> THRESHOLD = Setting.of(
            "checker.errorRate.threshold",
            ValueType.integer(1, 100, "percent"),
            "10",
            "A rate of failures that reaches this is high.");
    static final Setting<Integer> CRITICAL = Setting.of(
            "checker.errorRate.critical",
            ValueType.integer(1, 100, "percent"),
            "50",
            "A rate of failures that reaches this is critical.");

    private static final RuleInfo INFO = RuleInfo.of(
            "ErrorRate",
            "High rate of failures",
            Severity.HIGH,
            Category.RELIABILITY,
            "Of the statements of an application at a database, a large share failed within minutes.",
            WINDOW,
            STATEMENTS,
            FAILURES,
            THRESHOLD,
            CRITICAL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Look with(Thresholds thresholds) {
        thresholds.requireOrder(THRESHOLD, CRITICAL);
        Duration length = thresholds.get(WINDOW);
        int threshold = thresholds.get(THRESHOLD);
        int critical = thresholds.get(CRITICAL);
        FailureRate.Least least =
                new FailureRate.Least(thresholds.get(STATEMENTS), thresholds.get(FAILURES), threshold);
        return (window, knowledge) -> {
            Window slid = window.reachingBack(length);
            List<FailureRate> rates = knowledge.activity().failureRates(slid, least);
            return Worst.of(rates, rate -> anomaly(rate, slid, threshold, critical));
        };
    }

    static Anomaly anomaly(FailureRate rate, Window window, int threshold, int critical) {
        Severity severity = rate.percent() >= critical ? Severity.CRITICAL : Severity.HIGH;
        String percent = String.format(Locale.ROOT, "%.1f", rate.percent());
        return new Anomaly(
                INFO.id(),
                rate.subject(),
                window,
                severity,
                rate.percent(),
                "Of " + rate.statements() + " statements " + rate.failed() + " failed, which is " + percent + " %.",
                Evidence.of(rate.executed())
                        .with("statements", rate.statements())
                        .with("failed", rate.failed())
                        .with("percent", percent)
                        .with("threshold", threshold)
                        .states(rate.states())
                        .values());
    }
}
