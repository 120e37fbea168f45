package com.footstone.audit.checking;

import org.eclipse.microprofile.config.Config;

import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.RuleResult;

/** A rule that decides from one event alone. Most do. */
public non-sealed interface EventRule extends Rule {

    /**
     * The rule with its thresholds filled in.
     *
     * @throws com.footstone.audit.config.ConfigurationException if thresholds do not go together
     */
    Check with(Thresholds thresholds);

    @Override
    default void verify(Config config) {
        with(Thresholds.from(config));
    }

    /** An event rule with its thresholds, called by several threads at once. */
    @FunctionalInterface
    interface Check {

        /** What the rule says of the event. An exception counts as "could not tell" and harms no other rule. */
        RuleResult check(AnalysedEvent event);
    }
}
