package com.footstone.audit.checking;

import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.RuleResult;

/** A rule that decides from one event alone. Most do. */
public non-sealed interface EventRule extends Rule {

    @Override
    Check with(Thresholds thresholds);

    /** An event rule with its thresholds. */
    @FunctionalInterface
    non-sealed interface Check extends Rule.Check {

        /** What the rule says of the event. An exception counts as "could not tell" and harms no other rule. */
        RuleResult check(AnalysedEvent event);
    }
}
