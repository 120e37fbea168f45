package com.footstone.audit.checking.rules;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.Dependent;

import com.footstone.audit.checking.Category;
import com.footstone.audit.checking.EventRule;
import com.footstone.audit.checking.Excess;
import com.footstone.audit.checking.RuleInfo;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.config.Setting;
import com.footstone.audit.config.ValueType;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.RuleResult;
import com.footstone.audit.model.Severity;

/** Finds statements that took long. */
@Dependent
public final class SlowQuery implements EventRule {

    static final Setting<Duration> THRESHOLD = Setting.of(
            "checker.slowQuery.threshold",
            ValueType.duration(ChronoUnit.MILLIS, 1, 86_400_000),
            "1000",
            "A statement that takes longer is slow.");
    static final Setting<Duration> CRITICAL = Setting.of(
            "checker.slowQuery.critical",
            ValueType.duration(ChronoUnit.MILLIS, 1, 86_400_000),
            "5000",
            "A statement that takes longer is critically slow.");

    private static final RuleInfo INFO = RuleInfo.of(
            "SlowQuery",
            "Slow statement",
            Severity.HIGH,
            Category.PERFORMANCE,
            "The statement took longer than the threshold; far longer is critical.",
            THRESHOLD,
            CRITICAL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Check with(Thresholds thresholds) {
        thresholds.requireOrder(THRESHOLD, CRITICAL);
        long threshold = thresholds.get(THRESHOLD).toMillis();
        long critical = thresholds.get(CRITICAL).toMillis();
        return event -> check(event, threshold, critical);
    }

    private static RuleResult check(AnalysedEvent event, long threshold, long critical) {
        long took = event.event().executionTimeMs();
        if (took <= threshold) {
            return RuleResult.CLEAR;
        }
        Severity severity = took > critical ? Severity.CRITICAL : Severity.HIGH;
        String message = "The statement took " + took + " ms, longer than " + threshold + " ms.";
        return INFO.raise(severity, 100, message, new Excess("ms", took, threshold).evidence());
    }
}
