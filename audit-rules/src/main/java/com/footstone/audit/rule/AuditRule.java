package com.footstone.audit.rule;

import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.RuleResult;

/**
 * A rule of your own. The service finds it by {@link java.util.ServiceLoader}: its jar names it in {@code
 * META-INF/services/com.footstone.audit.rule.AuditRule}, and it has a public constructor without parameters.
 *
 * <p><b>A rule is a function of the event.</b> What it answers depends on the event and its thresholds alone: not on the
 * time of day, on other events, on files, on the network. A batch that was judged when an instance died is judged again by
 * another one, and has to be judged the same. A rule changes nothing either: it has no part in the service's transactions,
 * and what it writes elsewhere is written as often as an event is judged.
 *
 * <p><b>What it sees</b> is what the service keeps: literals in {@link com.footstone.audit.model.SqlEvent#sql} and in the
 * error message are replaced, unless the operator keeps them for the data source, and bound values and a guard's complaints
 * are not there. It sees the classes of the JDK, of this package and of {@code com.footstone.audit.model}, and what its own
 * jar brings; nothing else of the service.
 *
 * <p><b>What goes wrong is the rule's alone.</b> An exception means that the rule could not tell: the verdict says so and is
 * incomplete, never clean, and other rules are not affected. A rule that does not come to an end within its budget for a
 * batch is interrupted, and what it has not answered by then counts as not checked; a rule that goes wrong again and again
 * is switched off until the next start. Only there may two judgements of a batch differ: by a budget that was exceeded once
 * and not the other time. What was stored first is what counts then.
 */
public interface AuditRule {

    /** What the rule is. Asked once, at start. */
    RuleDescription description();

    /**
     * The rule with its thresholds filled in. Asked at start, and whenever other thresholds are to be applied to some
     * events: by several threads at once, and within the budget of a batch.
     *
     * @param thresholds the values of those that the description names
     * @throws IllegalArgumentException if they do not go together, saying what to do; the service does not start then, nor
     *     does a policy get them
     */
    Check with(ThresholdValues thresholds);

    /** A rule with its thresholds. It is called by several threads at once, and must not keep what it is given. */
    @FunctionalInterface
    interface Check {

        /**
         * What the rule says of an event: {@link RuleResult#CLEAR}, {@link RuleResult#NOT_APPLICABLE}, a finding of {@link
         * RuleDescription#raise}, or {@link RuleResult.Failed} if it cannot tell.
         */
        RuleResult check(AnalysedEvent event);
    }
}
