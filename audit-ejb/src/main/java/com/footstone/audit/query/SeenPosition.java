package com.footstone.audit.query;

import java.time.Instant;
import java.util.Objects;

/**
 * Place in the order in which findings and anomalies are listed: by when they were last seen, then by number. What is seen
 * again moves to the front.
 *
 * @param lastSeen a finding's last occurrence, or the end of an anomaly's last window
 * @param id its number
 */
public record SeenPosition(Instant lastSeen, long id) {

    public SeenPosition {
        Objects.requireNonNull(lastSeen, "lastSeen is null");
    }
}
