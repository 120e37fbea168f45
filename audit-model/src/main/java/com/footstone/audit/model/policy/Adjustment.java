package com.footstone.audit.model.policy;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import com.footstone.audit.model.InvalidValueException;
import com.footstone.audit.model.Severity;

/**
 * What a rule does otherwise for some executions. Of the adjustments of a rule, the first whose scope an execution meets
 * decides alone.
 *
 * @param name what to call it: told with each finding that it changed
 * @param rule id of the rule
 * @param where the executions it is for
 * @param enabled whether the rule runs for them; left out, it runs if it is configured to
 * @param severity the severity of what the rule finds; left out, the rule decides
 * @param thresholds values of the rule's own settings by key, as an operator would configure them
 */
public record Adjustment(
        String name,
        String rule,
        Scope where,
        Optional<Boolean> enabled,
        Optional<Severity> severity,
        Map<String, String> thresholds) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_VALUE = 10_000;
    private static final int MAX_THRESHOLDS = 50;

    public Adjustment {
        Entries.text(name, "name", LONGEST_NAME);
        Entries.text(rule, "rule", LONGEST_NAME);
        Objects.requireNonNull(where, "where is null");
        Objects.requireNonNull(enabled, "enabled is null");
        Objects.requireNonNull(severity, "severity is null");
        Objects.requireNonNull(thresholds, "thresholds is null");
        Entries.bounded(thresholds.keySet(), "thresholds", MAX_THRESHOLDS);
        thresholds.forEach((key, value) -> Entries.text(value, "thresholds." + key, LONGEST_VALUE));
        thresholds = Collections.unmodifiableSortedMap(new TreeMap<>(thresholds));
        if (severity.filter(Severity.SAFE::equals).isPresent()) {
            throw new InvalidValueException("severity", "is SAFE; switch the rule off for these with enabled: false");
        }
        if (enabled.isEmpty() && severity.isEmpty() && thresholds.isEmpty()) {
            throw new InvalidValueException("enabled", "is left out, and so are severity and thresholds: give one");
        }
        if (enabled.filter(on -> !on).isPresent() && (severity.isPresent() || !thresholds.isEmpty())) {
            throw new InvalidValueException(
                    "enabled", "is false: a rule that does not run has no severity, no thresholds");
        }
    }

    /** Whether the rule is switched off for these executions. */
    public boolean off() {
        return enabled.isPresent() && !enabled.get();
    }
}
