package com.footstone.audit.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import com.footstone.audit.model.Finding;
import com.footstone.audit.model.RuleResult;
import com.footstone.audit.model.Severity;

/**
 * What there is to say of a rule without running it.
 *
 * @param id name of the rule in findings and metrics, and in its settings, {@code checker.<id with a small first
 *     letter>.…}: 2 to 64 letters and digits, the first a capital; no other rule may have it
 * @param title what it finds, in a few words
 * @param severity the severity to expect of its findings; single findings may differ
 * @param summary one sentence on when it finds something
 * @param page for whoever gets a finding: why the rule is there, what to do, when it is wrong
 * @param thresholds what an operator may set, besides whether it runs
 */
public record RuleDescription(
        String id, String title, Severity severity, String summary, String page, List<Threshold<?>> thresholds) {

    /** Longest message of a finding, in characters. */
    public static final int MAX_MESSAGE = 500;

    private static final Pattern ID = Pattern.compile("[A-Z][A-Za-z0-9]{1,63}");

    public RuleDescription {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "The id '" + id + "' is not 2 to 64 letters and digits, the first a capital");
        }
        requireText(title, "title");
        Objects.requireNonNull(severity, "severity is null");
        if (severity == Severity.SAFE) {
            throw new IllegalArgumentException("The severity is SAFE; what is safe is not a finding");
        }
        requireText(summary, "summary");
        requireText(page, "page");
        thresholds = List.copyOf(thresholds);
        Set<String> names = new HashSet<>();
        for (Threshold<?> threshold : thresholds) {
            if (!names.add(threshold.name())) {
                throw new IllegalArgumentException("Two thresholds are called " + threshold.name());
            }
        }
    }

    private static void requireText(String text, String name) {
        Objects.requireNonNull(text, () -> name + " is null");
        if (text.isBlank()) {
            throw new IllegalArgumentException("The " + name + " is blank");
        }
    }

    /** A finding of the severity to expect. */
    public RuleResult raise(int confidence, String message, Map<String, String> evidence) {
        return raise(severity, confidence, message, evidence);
    }

    /**
     * A finding.
     *
     * @param found how bad it is
     * @param confidence how sure the rule is, 0 to 100
     * @param message one sentence for people, of at most {@value #MAX_MESSAGE} characters; no statement text, no literal
     * @param evidence what led to it, by name; no statement text, no literal. A number that went over a limit is told as
     *     {@code observed}, {@code threshold} and {@code unit}: the risk score weighs it. The names {@code adjustedBy} and
     *     {@code severityBefore} are the policy's
     */
    public RuleResult raise(Severity found, int confidence, String message, Map<String, String> evidence) {
        return new RuleResult.Raised(new Finding(id, found, confidence, message, evidence));
    }
}
