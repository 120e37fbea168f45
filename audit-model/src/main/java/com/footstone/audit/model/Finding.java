package com.footstone.audit.model;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One thing that a rule holds against one execution.
 *
 * @param rule id of the rule, such as {@code SlowQuery}
 * @param severity how bad it is, worse than {@link Severity#SAFE}
 * @param confidence how sure the rule is, 0 to 100
 * @param message one sentence for people; no statement text, no literal
 * @param evidence the observed values and thresholds that led to it, by name; no statement text, no literal
 */
public record Finding(String rule, Severity severity, int confidence, String message, Map<String, String> evidence) {

    public Finding {
        Checks.requireText(rule, "rule");
        Objects.requireNonNull(severity, "severity is null");
        if (severity == Severity.SAFE) {
            throw new InvalidValueException("severity", "of a finding is SAFE; what is safe is not a finding");
        }
        Checks.requireBetween(confidence, "confidence", 0, 100);
        Checks.requireText(message, "message");
        Objects.requireNonNull(evidence, "evidence is null");
        evidence.forEach((name, value) -> {
            Checks.requireText(name, "name of evidence");
            Objects.requireNonNull(value, () -> "evidence " + name + " is null");
        });
        evidence = Collections.unmodifiableSortedMap(new TreeMap<>(evidence));
    }
}
