package com.footstone.audit.checking.foreign;

import com.footstone.audit.rule.AuditRule;
import com.footstone.audit.rule.RuleDescription;
import com.footstone.audit.rule.ThresholdValues;

/** A rule that cannot be made. */
public final class BrokenJarRule implements AuditRule {

    public BrokenJarRule() {
        throw new IllegalStateException("a defect");
    }

    @Override
    public RuleDescription description() {
        throw new IllegalStateException("a defect");
    }

    @Override
    public Check with(ThresholdValues thresholds) {
        throw new IllegalStateException("a defect");
    }
}
