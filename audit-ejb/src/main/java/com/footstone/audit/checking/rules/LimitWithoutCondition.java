package com.footstone.audit.checking.rules;

import java.util.Map;

import jakarta.enterprise.context.Dependent;

import com.footstone.audit.checking.Category;
import com.footstone.audit.checking.EventRule;
import com.footstone.audit.checking.RuleInfo;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.Presence;
import com.footstone.audit.model.RuleResult;
import com.footstone.audit.model.Severity;

/** Finds pages of a whole table. */
@Dependent
public final class LimitWithoutCondition implements EventRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "LimitWithoutCondition",
                    "Limit without condition",
                    Severity.CRITICAL,
                    Category.PERFORMANCE,
                    "A query has a limit and no WHERE, so it pages through a whole table.")
            .offByDefault();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Check with(Thresholds thresholds) {
        return LimitWithoutCondition::check;
    }

    private static RuleResult check(AnalysedEvent event) {
        if (ResultSize.queries(event)
                && event.statement().rowLimit() == Presence.PRESENT
                && event.statement().where() == Presence.ABSENT) {
            return INFO.raise(Severity.CRITICAL, 100, "The query pages through a whole table.", Map.of());
        }
        return RuleResult.CLEAR;
    }
}
