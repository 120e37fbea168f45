package com.footstone.audit.query;

import java.util.Objects;
import java.util.Optional;

import com.footstone.audit.model.Severity;

/**
 * Which anomalies are asked for: those that meet every condition given.
 *
 * @param range when it was last conspicuous: the end of its last window
 * @param severity the least severity
 * @param detector the detector that found it
 * @param fingerprint the statement that it is about
 * @param application the application that it is about
 * @param user the database's or the end user that it is about
 * @param tenant tenant that it belongs to
 */
public record AnomalyFilter(
        TimeRange range,
        Optional<Severity> severity,
        Optional<String> detector,
        Optional<String> fingerprint,
        Optional<String> application,
        Optional<String> user,
        Optional<String> tenant) {

    public AnomalyFilter {
        Objects.requireNonNull(range, "range is null");
        Objects.requireNonNull(severity, "severity is null");
        Objects.requireNonNull(detector, "detector is null");
        Objects.requireNonNull(fingerprint, "fingerprint is null");
        Objects.requireNonNull(application, "application is null");
        Objects.requireNonNull(user, "user is null");
        Objects.requireNonNull(tenant, "tenant is null");
    }
}
