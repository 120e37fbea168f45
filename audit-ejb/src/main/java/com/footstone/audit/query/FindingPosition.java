package com.footstone.audit.query;

import java.time.Instant;
import java.util.Objects;

/**
 * Place of a finding in the order in which findings are listed: by last occurrence, then by number. A finding that occurs
 * again moves to the front.
 *
 * @param lastSeen when it last occurred
 * @param id its number
 */
public record FindingPosition(Instant lastSeen, long id) {

    public FindingPosition {
        Objects.requireNonNull(lastSeen, "lastSeen is null");
    }
}
