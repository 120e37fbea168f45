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

/** Finds UNION and its kin, where an application is known to have none. */
@Dependent
public final class SetOperation implements EventRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "SetOperation",
                    "Set operation",
                    Severity.CRITICAL,
                    Category.SECURITY,
                    "The statement combines queries with UNION, INTERSECT, EXCEPT or MINUS.")
            .offByDefault();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Check with(Thresholds thresholds) {
        return SetOperation::check;
    }

    private static RuleResult check(AnalysedEvent event) {
        if (event.has(Trait.SET_OPERATION)) {
            return INFO.raise(Severity.CRITICAL, 100, "The statement combines queries.", Map.of());
        }
        return RuleResult.CLEAR;
    }
}
