package com.footstone.audit.checking.foreign;

import java.util.Objects;

import com.footstone.audit.checking.EventRule;
import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.RuleResult;
import com.footstone.audit.rule.AuditRule;
import com.footstone.audit.rule.ThresholdValues;

/**
 * A rule of others with its thresholds. They are put into it by the first call, since that is the rule's own code too, and
 * under guard like the rest of it: whatever it does there costs the events of that batch their answer and stops nobody. Only
 * that it refuses them, as its contract has it, is remembered; all else is tried again with the next call.
 */
final class BoundCheck implements EventRule.Check {

    private static final System.Logger LOG = System.getLogger(BoundCheck.class.getName());

    private final String id;
    private final AuditRule rule;
    private final ThresholdValues values;
    private volatile AuditRule.Check bound;

    BoundCheck(String id, AuditRule rule, ThresholdValues values) {
        this.id = Objects.requireNonNull(id, "id is null");
        this.rule = Objects.requireNonNull(rule, "rule is null");
        this.values = Objects.requireNonNull(values, "values is null");
    }

    @Override
    public RuleResult check(AnalysedEvent event) {
        Thread.currentThread().setContextClassLoader(rule.getClass().getClassLoader());
        if (bound == null) {
            bound = bind();
        }
        return bound.check(event);
    }

    private AuditRule.Check bind() {
        try {
            return Objects.requireNonNull(rule.with(values), "there is no check");
        } catch (IllegalArgumentException e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "The rule {0} refuses thresholds of the policy, though they were accepted elsewhere or before: {1}. The"
                            + " verdicts of the executions that they are for say that it did not look. Give it others, or run"
                            + " the same jar everywhere.",
                    id,
                    e);
            RuleResult refused = new RuleResult.Failed("it refuses its thresholds");
            return any -> refused;
        }
    }
}
