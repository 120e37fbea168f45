package com.footstone.audit.query;

import java.util.Objects;

/**
 * A change of the policy, and what it was about.
 *
 * @param summary who changed it, and when
 * @param before what it was before, as JSON; empty for nothing
 * @param after what it was after, likewise
 */
public record PolicyChange(PolicyChangeSummary summary, String before, String after) {

    public PolicyChange {
        Objects.requireNonNull(summary, "summary is null");
        Objects.requireNonNull(before, "before is null");
        Objects.requireNonNull(after, "after is null");
    }
}
