package com.footstone.audit.query;

import java.time.Instant;
import java.util.Objects;

/**
 * Who made a version of the policy, without what it says.
 *
 * @param version its number
 * @param comment why it was made
 * @param madeBy who made it
 * @param madeAt when
 */
public record PolicyVersionSummary(long version, String comment, String madeBy, Instant madeAt) {

    public PolicyVersionSummary {
        Objects.requireNonNull(comment, "comment is null");
        Objects.requireNonNull(madeBy, "madeBy is null");
        Objects.requireNonNull(madeAt, "madeAt is null");
    }
}
