package com.footstone.audit.checking.rules;

import java.util.Map;

import jakarta.enterprise.context.Dependent;

import com.footstone.audit.checking.Category;
import com.footstone.audit.checking.EventRule;
import com.footstone.audit.checking.RuleInfo;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.Clause;
import com.footstone.audit.model.RuleResult;
import com.footstone.audit.model.Severity;

/** Finds queries that ask for all columns. */
@Dependent
public final class SelectAllColumns implements EventRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "SelectAllColumns",
                    "All columns",
                    Severity.LOW,
                    Category.PERFORMANCE,
                    "The query asks for all columns of a table with *.")
            .offByDefault();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Check with(Thresholds thresholds) {
        return SelectAllColumns::check;
    }

    private static RuleResult check(AnalysedEvent event) {
        if (event.statement().columns().stream()
                .anyMatch(use -> use.clause() == Clause.SELECTED && use.column().equals("*"))) {
            return INFO.raise(Severity.LOW, 100, "The query asks for all columns.", Map.of());
        }
        return RuleResult.CLEAR;
    }
}
