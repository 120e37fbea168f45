package com.footstone.audit.checking;

import java.util.Objects;
import java.util.Optional;

/**
 * A rule as the configuration has it: bound once, and shared by the judges of all policies that leave it so.
 *
 * @param bound the rule with its configured thresholds; nothing if it is switched off
 */
record ConfiguredRule(Rule rule, Optional<BoundRule> bound) {

    ConfiguredRule {
        Objects.requireNonNull(rule, "rule is null");
        Objects.requireNonNull(bound, "bound is null");
    }

    /** @throws com.footstone.audit.config.ConfigurationException if a value cannot be used */
    static ConfiguredRule of(Rule rule, Thresholds thresholds) {
        return new ConfiguredRule(
                rule,
                thresholds.get(rule.info().enabled()) ? Optional.of(BoundRule.of(rule, thresholds)) : Optional.empty());
    }
}
