package com.footstone.audit.checking.rules;

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
import com.footstone.audit.model.SqlEvent;

/** Finds large results. */
@Dependent
public final class LargeResult implements EventRule {

    static final Setting<Long> THRESHOLD = Setting.of(
            "checker.largeResult.threshold",
            ValueType.count(1, 1_000_000_000_000L, "rows"),
            "5000",
            "A result of more rows is large.");

    private static final RuleInfo INFO = RuleInfo.of(
            "LargeResult",
            "Large result",
            Severity.HIGH,
            Category.PERFORMANCE,
            "The application read a result of more rows than the threshold.",
            THRESHOLD);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Check with(Thresholds thresholds) {
        long threshold = thresholds.get(THRESHOLD);
        return event -> check(event, threshold);
    }

    private static RuleResult check(AnalysedEvent event, long threshold) {
        long rows = ResultSize.of(event);
        if (rows == SqlEvent.UNKNOWN_COUNT) {
            return RuleResult.NOT_APPLICABLE;
        }
        if (rows <= threshold) {
            return RuleResult.CLEAR;
        }
        String message = "The result has " + rows + " rows, more than " + threshold + ".";
        return INFO.raise(Severity.HIGH, 100, message, new Excess("rows", rows, threshold).evidence());
    }
}
