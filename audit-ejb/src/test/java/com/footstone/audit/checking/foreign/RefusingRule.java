package com.footstone.audit.checking.foreign;

import java.util.List;

import com.footstone.audit.model.Severity;
import com.footstone.audit.rule.AuditRule;
import com.footstone.audit.rule.RuleDescription;
import com.footstone.audit.rule.ThresholdValues;

/** A rule that accepts no thresholds, nor that there are none. */
public final class RefusingRule implements AuditRule {

    @Override
    public RuleDescription description() {
        return new RuleDescription("RefusingRule", "A rule", Severity.LOW, "Never.", "A page.", List.of());
    }

    @Override
    public Check with(ThresholdValues thresholds) {
        throw new IllegalArgumentException("none is good enough");
    }
}
