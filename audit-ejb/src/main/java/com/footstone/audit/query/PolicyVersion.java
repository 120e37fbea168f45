package com.footstone.audit.query;

import java.time.Instant;
import java.util.Objects;

import com.footstone.audit.model.policy.Policy;

/**
 * A version of the policy, and who made it.
 *
 * @param policy what it says
 * @param comment why it was made
 * @param madeBy who made it
 * @param madeAt when
 */
public record PolicyVersion(Policy policy, String comment, String madeBy, Instant madeAt) {

    /** Before anybody made one. */
    public static final PolicyVersion NONE = new PolicyVersion(Policy.NONE, "", "", Instant.EPOCH);

    public PolicyVersion {
        Objects.requireNonNull(policy, "policy is null");
        Objects.requireNonNull(comment, "comment is null");
        Objects.requireNonNull(madeBy, "madeBy is null");
        Objects.requireNonNull(madeAt, "madeAt is null");
    }
}
