package com.footstone.audit.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.footstone.audit.config.ConfigurationException;
import com.footstone.audit.model.policy.Adjustment;
import com.footstone.audit.model.policy.Policy;

/** Puts the adjustments of a policy on rules. */
final class PolicyRules {

    private final Policy policy;
    private final Thresholds thresholds;
    private final List<String> unusable = new ArrayList<>();

    /**
     * @param thresholds the values that hold where the policy gives none
     */
    PolicyRules(Policy policy, Thresholds thresholds) {
        this.policy = policy;
        this.thresholds = thresholds;
    }

    /**
     * A rule as the policy has it; nothing if it runs for nobody. An adjustment that this instance cannot use, because it
     * was made by one of another version or with other rules, is left out and told.
     */
    Optional<BoundRule> adjusted(ConfiguredRule configured) {
        String id = configured.rule().info().id();
        List<AdjustedRule.Variant> variants = new ArrayList<>();
        for (Adjustment adjustment : policy.adjustments()) {
            if (adjustment.rule().equals(id)) {
                try {
                    variants.add(variant(configured.rule(), adjustment));
                } catch (ConfigurationException e) {
                    unusable.add(adjustment.name());
                }
            }
        }
        return variants.isEmpty()
                ? configured.bound()
                : Optional.of(new AdjustedRule(id, configured.bound(), variants));
    }

    /** Names of the adjustments that could not be used. */
    List<String> unusable() {
        return List.copyOf(unusable);
    }

    private AdjustedRule.Variant variant(Rule rule, Adjustment adjustment) {
        boolean runs =
                adjustment.enabled().orElseGet(() -> thresholds.get(rule.info().enabled()));
        Thresholds values = PolicyThresholds.of(adjustment, rule.info(), thresholds);
        return new AdjustedRule.Variant(
                new ScopeFilter(adjustment.where()),
                adjustment,
                runs ? Optional.of(BoundRule.of(rule, values)) : Optional.empty());
    }
}
