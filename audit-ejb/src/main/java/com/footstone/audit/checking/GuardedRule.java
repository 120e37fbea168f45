package com.footstone.audit.checking;

import java.util.List;
import java.util.Objects;

import org.eclipse.microprofile.config.Config;

import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.RuleResult;

/**
 * A rule that decides from one event alone and is not to be trusted to come to an end: whoever brings it runs it under guard
 * and tells what went wrong beside what it says.
 */
public non-sealed interface GuardedRule extends Rule {

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

    /** A guarded rule with its thresholds, called by several threads at once. It throws nothing. */
    @FunctionalInterface
    interface Check {

        /** What the rule says of each event, in bounded time. */
        Answers check(List<AnalysedEvent> batch);
    }

    /**
     * What came of it.
     *
     * @param results as many as events, in the same order; {@link RuleResult.Failed} where it went wrong
     * @param failures on how many events it went wrong
     * @param fault what went wrong first, to be told in the log; empty if nothing did, or if that was told before
     */
    record Answers(List<RuleResult> results, int failures, String fault) {
        public Answers {
            results = List.copyOf(results);
            Objects.requireNonNull(fault, "fault is null");
        }
    }
}
