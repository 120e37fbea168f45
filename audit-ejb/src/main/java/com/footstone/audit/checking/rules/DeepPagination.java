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

/** Finds pages so far back that the database reads and throws away more than it returns. */
@Dependent
public final class DeepPagination implements EventRule {

    static final Setting<Long> THRESHOLD = Setting.of(
            "checker.deepPagination.threshold",
            ValueType.count(1, 1_000_000_000_000L, "rows"),
            "10000",
            "Skipping more rows with OFFSET is deep pagination.");

    private static final RuleInfo INFO = RuleInfo.of(
            "DeepPagination",
            "Deep pagination",
            Severity.MEDIUM,
            Category.PERFORMANCE,
            "The statement skips more rows with OFFSET than the threshold.",
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
        if (event.offset().isEmpty()) {
            return RuleResult.NOT_APPLICABLE;
        }
        long offset = event.offset().getAsLong();
        if (offset <= threshold) {
            return RuleResult.CLEAR;
        }
        String message = "The statement skips " + offset + " rows before the first one it returns.";
        return INFO.raise(Severity.MEDIUM, 100, message, new Excess("rows", offset, threshold).evidence());
    }
}
