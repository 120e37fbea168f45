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

/** Finds tables that nothing joins to the others. */
@Dependent
public final class CartesianJoin implements EventRule {

    private static final RuleInfo INFO = RuleInfo.of(
            "CartesianJoin",
            "Cartesian join",
            Severity.MEDIUM,
            Category.PERFORMANCE,
            "A query lists a table on which there is no condition, so that each row of it goes with each of the others.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Check with(Thresholds thresholds) {
        return CartesianJoin::check;
    }

    private static RuleResult check(AnalysedEvent event) {
        if (!event.has(Trait.CARTESIAN_JOIN)) {
            return RuleResult.CLEAR;
        }
        return INFO.raise(Severity.MEDIUM, 80, "A table in FROM is joined with no condition.", Map.of());
    }
}
