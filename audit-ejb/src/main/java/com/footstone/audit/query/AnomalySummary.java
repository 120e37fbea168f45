package com.footstone.audit.query;

import java.time.Instant;
import java.util.Map;

import com.footstone.audit.model.Severity;
import com.footstone.audit.model.anomaly.Subject;
import com.footstone.audit.model.anomaly.Window;

/**
 * Something conspicuous about one subject, for as long as it went on.
 *
 * @param id its number
 * @param detector the detector that found it
 * @param subject who or what is conspicuous
 * @param severity of the worst window
 * @param window from the start of the first window to the end of the last
 * @param windows in how many windows it was found
 * @param message what there is to say of the worst window
 * @param evidence what was observed in the worst window and what was expected, by name
 * @param detectedAt when it was first found
 */
public record AnomalySummary(
        long id,
        String detector,
        Subject subject,
        Severity severity,
        Window window,
        int windows,
        String message,
        Map<String, String> evidence,
        Instant detectedAt) {

    /** Its place in a list of anomalies. */
    public SeenPosition position() {
        return new SeenPosition(window.to(), id);
    }
}
