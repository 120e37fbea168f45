package com.footstone.audit.checking;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.footstone.audit.config.ConfigurationException;
import com.footstone.audit.config.Setting;
import com.footstone.audit.model.InvalidValueException;
import com.footstone.audit.model.policy.Adjustment;

/** Refuses what a policy says of rules that there are not, or that they would not accept. */
public final class PolicyCheck {

    private final Map<String, Rule> rules = new TreeMap<>();
    private final Thresholds thresholds;

    /**
     * @param rules all rules, also those that are switched off
     * @param thresholds their values where a policy gives none
     */
    public PolicyCheck(Iterable<? extends Rule> rules, Thresholds thresholds) {
        rules.forEach(rule -> this.rules.put(rule.info().id(), rule));
        this.thresholds = thresholds;
    }

    /**
     * Refuses adjustments that cannot be applied.
     *
     * @throws InvalidValueException naming the field, from {@code adjustments} on
     */
    public void adjustments(List<Adjustment> adjustments) {
        for (int i = 0; i < adjustments.size(); i++) {
            String place = "adjustments[" + i + "]";
            adjustment(adjustments.get(i), known(adjustments.get(i).rule(), place + ".rule"), place + ".thresholds");
        }
    }

    /**
     * Refuses ids of which there is no rule.
     *
     * @param field name of the list, from which the fault is told
     * @throws InvalidValueException naming the entry
     */
    public void rules(String field, List<String> ids) {
        for (int i = 0; i < ids.size(); i++) {
            known(ids.get(i), field + "[" + i + "]");
        }
    }

    private Rule known(String id, String field) {
        if (!rules.containsKey(id)) {
            throw new InvalidValueException(field, "is not the id of a rule; docs/rules lists them, such as SlowQuery");
        }
        return rules.get(id);
    }

    private void adjustment(Adjustment adjustment, Rule rule, String field) {
        adjustment.thresholds().forEach((key, value) -> {
            Setting<?> setting = rule.info().thresholds().stream()
                    .filter(one -> one.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new InvalidValueException(
                            field, "has a key that is no threshold of the rule, which has " + keys(rule)));
            if (setting.type().reader().apply(value).isEmpty()) {
                throw new InvalidValueException(
                        field + "." + key, "must be " + setting.type().range());
            }
        });
        try {
            rule.verify(PolicyThresholds.of(adjustment, rule.info(), thresholds));
        } catch (ConfigurationException e) {
            throw new InvalidValueException(field, "do not go together: " + e.getMessage());
        }
    }

    private static String keys(Rule rule) {
        List<Setting<?>> settings = rule.info().thresholds();
        return settings.isEmpty()
                ? "none"
                : String.join(", ", settings.stream().map(Setting::key).toList());
    }
}
