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

/** Finds comments, where an application is known to write none. */
@Dependent
public final class SqlComment implements EventRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "SqlComment",
                    "Comment in a statement",
                    Severity.CRITICAL,
                    Category.SECURITY,
                    "The text has a comment that is no hint.")
            .offByDefault();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Check with(Thresholds thresholds) {
        return SqlComment::check;
    }

    private static RuleResult check(AnalysedEvent event) {
        if (event.has(Trait.COMMENT)) {
            return INFO.raise(Severity.CRITICAL, 100, "The text has a comment.", Map.of());
        }
        return RuleResult.CLEAR;
    }
}
