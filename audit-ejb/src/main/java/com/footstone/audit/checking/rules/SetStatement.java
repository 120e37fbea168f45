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
import com.footstone.audit.model.StatementKind;

/** Finds SET and RESET. */
@Dependent
public final class SetStatement implements EventRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "SetStatement",
                    "Change of a setting",
                    Severity.MEDIUM,
                    Category.RELIABILITY,
                    "The statement changes a setting of the session or of the server.")
            .offByDefault();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Check with(Thresholds thresholds) {
        return SetStatement::check;
    }

    private static RuleResult check(AnalysedEvent event) {
        if (event.statement().kind() == StatementKind.SET) {
            return INFO.raise(Severity.MEDIUM, 100, "The statement changes a setting.", Map.of());
        }
        return RuleResult.CLEAR;
    }
}
