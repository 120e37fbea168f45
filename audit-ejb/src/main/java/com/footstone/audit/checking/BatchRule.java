package com.footstone.audit.checking;

import java.util.List;

import org.eclipse.microprofile.config.Config;

import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.RuleResult;

/**
 * A rule about executions that mean something together. It sees the events of one batch, which are neighbours in time and
 * in their partition, and must decide from them alone, so that a batch that is checked again is judged the same. What
 * spans batches it misses: the fuller the batches, the more it sees.
 */
public non-sealed interface BatchRule extends Rule {

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

    /** A batch rule with its thresholds, called by several threads at once. */
    @FunctionalInterface
    interface Check {

        /** What the rule says of each event: as many results as events, in the same order. */
        List<RuleResult> check(List<AnalysedEvent> batch);
    }
}
