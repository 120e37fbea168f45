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

/** Finds pages that nobody reads to their end. */
@Dependent
public final class LargePage implements EventRule {

    static final Setting<Long> THRESHOLD = Setting.of(
            "checker.largePage.threshold",
            ValueType.count(1, 1_000_000_000_000L, "rows"),
            "1000",
            "Asking for more rows at once is a large page.");

    private static final RuleInfo INFO = RuleInfo.of(
            "LargePage",
            "Large page",
            Severity.MEDIUM,
            Category.PERFORMANCE,
            "The statement asks for more rows at once than the threshold.",
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
        if (event.limit().isEmpty() || !ResultSize.queries(event)) {
            return RuleResult.NOT_APPLICABLE;
        }
        long limit = event.limit().getAsLong();
        if (limit <= threshold) {
            return RuleResult.CLEAR;
        }
        String message = "The statement asks for " + limit + " rows at once.";
        return INFO.raise(Severity.MEDIUM, 90, message, new Excess("rows", limit, threshold).evidence());
    }
}
