package com.footstone.audit.query;

import java.util.Objects;
import java.util.Optional;

import com.footstone.audit.model.Severity;

/**
 * Which findings are asked for: those that meet every condition given.
 *
 * @param range when it last occurred
 * @param severity the least severity
 * @param rule the rule that raised it
 * @param fingerprint fingerprint of the statement
 * @param application application that ran it
 * @param tenant tenant that it belongs to
 */
public record FindingFilter(
        TimeRange range,
        Optional<Severity> severity,
        Optional<String> rule,
        Optional<String> fingerprint,
        Optional<String> application,
        Optional<String> tenant) {

    public FindingFilter {
        Objects.requireNonNull(range, "range is null");
        Objects.requireNonNull(severity, "severity is null");
        Objects.requireNonNull(rule, "rule is null");
        Objects.requireNonNull(fingerprint, "fingerprint is null");
        Objects.requireNonNull(application, "application is null");
        Objects.requireNonNull(tenant, "tenant is null");
    }
}
