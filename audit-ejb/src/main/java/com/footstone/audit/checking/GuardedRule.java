package com.footstone.audit.checking;

import java.util.List;
import java.util.Objects;

import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.RuleResult;

/**
 * A rule that is not to be trusted to come to an end: whoever brings it runs it under guard and tells what went wrong beside
 * what it says. Filling in thresholds asks nothing of it yet, so that it keeps nobody waiting; that it accepts them, {@link
 * #verify} finds out, and else the first batch.
 */
public interface GuardedRule extends EventRule {

    /**
     * What the rule says of each event, in the time for one batch, whatever the number of checks. Throws nothing.
     *
     * @param checks one an event, each made by this rule; nobody else is to call them
     */
    Answers check(List<AnalysedEvent> batch, List<EventRule.Check> checks);

    /** The same rule under a guard of its own, for trials: what goes wrong there has no part in whether this one runs. */
    GuardedRule apart();

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
