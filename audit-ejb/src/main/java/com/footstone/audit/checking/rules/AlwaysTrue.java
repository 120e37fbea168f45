package com.footstone.audit.checking.rules;

import java.util.Map;

import jakarta.enterprise.context.Dependent;

import com.footstone.audit.checking.Category;
import com.footstone.audit.checking.EventRule;
import com.footstone.audit.checking.RuleInfo;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.RuleResult;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.Trait;

/** Finds conditions that hold for every row. */
@Dependent
public final class AlwaysTrue implements EventRule {

    private static final RuleInfo INFO = RuleInfo.of(
            "AlwaysTrue",
            "Condition that is always true",
            Severity.HIGH,
            Category.SECURITY,
            "A condition compares literals so that it holds for every row, and makes the rest of WHERE pointless.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Check with(Thresholds thresholds) {
        return AlwaysTrue::check;
    }

    private static RuleResult check(AnalysedEvent event) {
        if (!event.has(Trait.ALWAYS_TRUE)) {
            return RuleResult.CLEAR;
        }
        Severity severity = event.statement().kind().mutatesRows() ? Severity.CRITICAL : Severity.HIGH;
        return INFO.raise(severity, 90, "A condition holds for every row, whatever is in it.", Map.of());
    }
}
