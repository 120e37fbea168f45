package com.footstone.audit.query;

import java.time.Instant;
import java.util.Objects;

/**
 * Place of an anomaly in the order in which anomalies are listed: by the end of the last window, then by number. One that
 * goes on moves to the front.
 *
 * @param lastSeen end of its last window
 * @param id its number
 */
public record AnomalyPosition(Instant lastSeen, long id) {

    public AnomalyPosition {
        Objects.requireNonNull(lastSeen, "lastSeen is null");
    }
}
