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

/** Finds reads of so many rows that nobody can have meant to bound them. */
@Dependent
public final class UnboundedRead implements EventRule {

    static final Setting<Long> THRESHOLD = Setting.of(
            "checker.unboundedRead.threshold",
            ValueType.count(1, 1_000_000_000_000L, "rows"),
            "10000",
            "Reading more rows with one statement counts as unbounded.");

    private static final RuleInfo INFO = RuleInfo.of(
            "UnboundedRead",
            "Unbounded read",
            Severity.HIGH,
            Category.PERFORMANCE,
            "The application read more rows than any page or report should have.",
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
        String message =
                switch (event.statement().rowLimit()) {
                    case PRESENT -> "The statement read " + rows + " rows in spite of its row limit.";
                    case ABSENT -> "The statement read " + rows + " rows and has no row limit.";
                    case UNKNOWN -> "The statement read " + rows + " rows.";
                };
        return INFO.raise(Severity.HIGH, 100, message, new Excess("rows", rows, threshold).evidence());
    }
}
