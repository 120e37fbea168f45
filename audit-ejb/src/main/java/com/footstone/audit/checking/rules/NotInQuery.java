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

/** Finds NOT IN with a query, whose answer is empty as soon as the query gives a NULL. */
@Dependent
public final class NotInQuery implements EventRule {

    private static final RuleInfo INFO = RuleInfo.of(
            "NotInQuery",
            "NOT IN with a query",
            Severity.MEDIUM,
            Category.RELIABILITY,
            "NOT IN is asked of a query: one NULL in its answer and no row is found.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Check with(Thresholds thresholds) {
        return NotInQuery::check;
    }

    private static RuleResult check(AnalysedEvent event) {
        if (!event.has(Trait.NOT_IN_QUERY)) {
            return RuleResult.CLEAR;
        }
        return INFO.raise(Severity.MEDIUM, 70, "NOT IN is asked of a query.", Map.of());
    }
}
