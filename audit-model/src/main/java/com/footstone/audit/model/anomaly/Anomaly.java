package com.footstone.audit.model.anomaly;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import com.footstone.audit.model.InvalidValueException;
import com.footstone.audit.model.Severity;

/**
 * Something conspicuous about one subject in one window.
 *
 * @param detector id of the detector, such as {@code ErrorRate}
 * @param subject who or what is conspicuous
 * @param window the executions that were looked at
 * @param severity how bad it is, worse than {@link Severity#SAFE}
 * @param degree how far it is from what was expected; of one detector, more is worse
 * @param message one sentence for people; no statement text, no literal
 * @param evidence what was observed and what was expected, by name; no statement text, no literal
 */
public record Anomaly(
        String detector,
        Subject subject,
        Window window,
        Severity severity,
        double degree,
        String message,
        Map<String, String> evidence) {

    public Anomaly {
        Objects.requireNonNull(detector, "detector is null");
        Objects.requireNonNull(subject, "subject is null");
        Objects.requireNonNull(window, "window is null");
        Objects.requireNonNull(severity, "severity is null");
        if (severity == Severity.SAFE) {
            throw new InvalidValueException("severity", "of an anomaly is SAFE; what is safe is none");
        }
        if (!Double.isFinite(degree)) {
            throw new InvalidValueException("degree", "is not a finite number");
        }
        Objects.requireNonNull(message, "message is null");
        evidence = Collections.unmodifiableSortedMap(new TreeMap<>(evidence));
    }
}
