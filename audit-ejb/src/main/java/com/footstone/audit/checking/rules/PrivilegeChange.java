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

/** Finds statements that change who may do what. */
@Dependent
public final class PrivilegeChange implements EventRule {

    private static final RuleInfo INFO = RuleInfo.of(
            "PrivilegeChange",
            "Change of privileges",
            Severity.HIGH,
            Category.SECURITY,
            "The statement grants, revokes or changes privileges, users, roles or owners.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Check with(Thresholds thresholds) {
        return PrivilegeChange::check;
    }

    private static RuleResult check(AnalysedEvent event) {
        if (!event.has(Trait.PRIVILEGE_CHANGE)) {
            return RuleResult.CLEAR;
        }
        return INFO.raise(Severity.HIGH, 100, "The statement changes who may do what.", Map.of());
    }
}
