package com.footstone.audit.checking;

import java.util.List;

import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.RuleResult;

/**
 * A rule about executions that mean something together. It sees the events of one batch, which are neighbours in time and
 * in their partition, and must decide from them alone, so that a batch that is checked again is judged the same. What
 * spans batches it misses: the fuller the batches, the more it sees.
 */
public non-sealed interface BatchRule extends Rule {

    @Override
    Check with(Thresholds thresholds);

    /** A batch rule with its thresholds. */
    @FunctionalInterface
    non-sealed interface Check extends Rule.Check {

        /** What the rule says of each event: as many results as events, in the same order. */
        List<RuleResult> check(List<AnalysedEvent> batch);
    }
}
