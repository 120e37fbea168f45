package com.footstone.audit.model;

import java.util.Objects;

/** The four answers that a rule can give. A rule that failed has not passed: the verdict it belongs to is incomplete. */
public sealed interface RuleResult {

    /** The rule looked and found nothing. */
    record Clear() implements RuleResult {}

    /** The rule does not concern such events. */
    record NotApplicable() implements RuleResult {}

    /** The rule found something. */
    record Raised(Finding finding) implements RuleResult {
        public Raised {
            Objects.requireNonNull(finding, "finding is null");
        }
    }

    /**
     * The rule could not tell.
     *
     * @param reason why, for people; no statement text, no literal
     */
    record Failed(String reason) implements RuleResult {
        public Failed {
            Checks.requireText(reason, "reason");
        }
    }

    RuleResult CLEAR = new Clear();

    RuleResult NOT_APPLICABLE = new NotApplicable();
}
