package com.footstone.audit.model.anomaly;

import java.util.List;

/**
 * What a detector found in a window.
 *
 * @param anomalies the worst, each of another subject
 * @param more whether there was more than is kept of one window
 */
public record Sighting(List<Anomaly> anomalies, boolean more) {

    public Sighting {
        anomalies = List.copyOf(anomalies);
    }
}
