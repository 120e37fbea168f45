package com.footstone.audit.checking;

import java.util.Map;
import java.util.Optional;

import com.footstone.audit.config.ConfigurationException;
import com.footstone.audit.config.Setting;
import com.footstone.audit.model.policy.Adjustment;

/** The values that an adjustment gives, and for all else those that hold without it. */
record PolicyThresholds(Map<String, String> values, Thresholds otherwise) implements Thresholds {

    /**
     * The values under an adjustment of a rule.
     *
     * @throws ConfigurationException if it gives a value to what is not a setting of the rule
     */
    static PolicyThresholds of(Adjustment adjustment, RuleInfo rule, Thresholds otherwise) {
        for (String key : adjustment.thresholds().keySet()) {
            if (rule.thresholds().stream().noneMatch(setting -> setting.key().equals(key))) {
                throw new ConfigurationException(key, "is not a threshold of the rule " + rule.id());
            }
        }
        return new PolicyThresholds(adjustment.thresholds(), otherwise);
    }

    @Override
    public <T> T get(Setting<T> setting) {
        return Optional.ofNullable(values.get(setting.key()))
                .map(setting::parse)
                .orElseGet(() -> otherwise.get(setting));
    }
}
