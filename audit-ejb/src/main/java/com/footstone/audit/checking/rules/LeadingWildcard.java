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

/** Finds LIKE patterns that no ordinary index serves. */
@Dependent
public final class LeadingWildcard implements EventRule {

    private static final RuleInfo INFO = RuleInfo.of(
            "LeadingWildcard",
            "Pattern that begins with a wildcard",
            Severity.MEDIUM,
            Category.PERFORMANCE,
            "LIKE is asked for a pattern that begins with %.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Check with(Thresholds thresholds) {
        return LeadingWildcard::check;
    }

    private static RuleResult check(AnalysedEvent event) {
        if (!event.has(Trait.LEADING_WILDCARD)) {
            return RuleResult.CLEAR;
        }
        return INFO.raise(Severity.MEDIUM, 80, "LIKE is asked for a pattern that begins with %.", Map.of());
    }
}
