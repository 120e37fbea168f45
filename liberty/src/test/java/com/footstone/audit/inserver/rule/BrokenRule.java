package com.footstone.audit.inserver.rule;

import jakarta.enterprise.context.Dependent;

import com.footstone.audit.checking.Category;
import com.footstone.audit.checking.EventRule;
import com.footstone.audit.checking.RuleInfo;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.model.RuleResult;
import com.footstone.audit.model.Severity;

/** Fails on events of the application {@value #VICTIM}. */
@Dependent
public final class BrokenRule implements EventRule {

    public static final String VICTIM = "victim";

    private static final RuleInfo INFO = RuleInfo.of(
            "BrokenRule", "Broken rule", Severity.LOW, Category.PERFORMANCE, "Never: the rule has a defect.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Check with(Thresholds thresholds) {
        return event -> {
            if (VICTIM.equals(event.event().application())) {
                throw new IllegalStateException("a defect");
            }
            return RuleResult.NOT_APPLICABLE;
        };
    }
}
