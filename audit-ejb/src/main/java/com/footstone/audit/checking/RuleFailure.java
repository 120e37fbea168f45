package com.footstone.audit.checking;

import com.footstone.audit.model.RuleResult;
import com.footstone.audit.model.Verdict;

/** How a verdict says that a rule could not look: in words that set it apart from what analysis could not find out. */
public final class RuleFailure {

    /** No gap of an analysis begins like this. */
    private static final String BEGIN = "the rule ";

    private RuleFailure() {}

    /**
     * A rule's answer that it could not look.
     *
     * @param rule its id
     * @param what what happened to it, such as {@code failed with IllegalStateException}; no statement text, no literal
     */
    public static RuleResult.Failed of(String rule, String what) {
        return new RuleResult.Failed(BEGIN + rule + " " + what);
    }

    /** Whether this entry of {@link Verdict#unchecked} tells of a rule. */
    public static boolean isToldBy(String unchecked) {
        return unchecked.startsWith(BEGIN);
    }

    /** Whether a verdict says so of this rule. */
    static boolean isIn(Verdict verdict, String rule) {
        return verdict.unchecked().stream().anyMatch(one -> one.startsWith(BEGIN + rule + " "));
    }
}
