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

/** Finds conditions that an index of the column does not serve. */
@Dependent
public final class FunctionOnColumn implements EventRule {

    private static final RuleInfo INFO = RuleInfo.of(
            "FunctionOnColumn",
            "Function of a filtered column",
            Severity.LOW,
            Category.PERFORMANCE,
            "A condition applies a function to a column, which an index of that column does not serve.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Check with(Thresholds thresholds) {
        return FunctionOnColumn::check;
    }

    private static RuleResult check(AnalysedEvent event) {
        if (!event.has(Trait.FUNCTION_OF_FILTERED_COLUMN)) {
            return RuleResult.CLEAR;
        }
        return INFO.raise(Severity.LOW, 70, "A condition applies a function to a column.", Map.of());
    }
}
