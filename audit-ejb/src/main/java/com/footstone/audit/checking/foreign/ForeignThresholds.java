package com.footstone.audit.checking.foreign;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.config.Setting;
import com.footstone.audit.config.ValueType;
import com.footstone.audit.rule.RuleDescription;
import com.footstone.audit.rule.Threshold;
import com.footstone.audit.rule.ThresholdValues;

/** The thresholds of a rule of others as settings of the service. */
final class ForeignThresholds {

    private final Map<Threshold<?>, Setting<?>> settings = new LinkedHashMap<>();

    ForeignThresholds(RuleDescription description) {
        String id = description.id();
        String prefix = "checker." + Character.toLowerCase(id.charAt(0)) + id.substring(1) + ".";
        description.thresholds().forEach(threshold -> settings.put(threshold, setting(prefix, threshold)));
    }

    private static Setting<?> setting(String prefix, Threshold<?> threshold) {
        String key = prefix + threshold.name();
        if (threshold instanceof Threshold.Count count) {
            ValueType<Long> type = ValueType.count(count.least(), count.most(), count.unit());
            return Setting.of(key, type, String.valueOf(count.standard()), count.meaning());
        }
        if (threshold instanceof Threshold.Time time) {
            return Setting.of(
                    key,
                    ValueType.duration(
                            ChronoUnit.MILLIS,
                            time.least().toMillis(),
                            time.most().toMillis()),
                    String.valueOf(time.standard().toMillis()),
                    time.meaning());
        }
        if (threshold instanceof Threshold.Flag flag) {
            return Setting.of(key, ValueType.flag(), String.valueOf(flag.standard()), flag.meaning());
        }
        Threshold.Texts texts = (Threshold.Texts) threshold;
        return Setting.of(key, ValueType.list(), String.join(",", texts.standard()), texts.meaning());
    }

    Setting<?>[] settings() {
        return settings.values().toArray(Setting<?>[]::new);
    }

    /**
     * The values as the rule asks for them, read now.
     *
     * @throws com.footstone.audit.config.ConfigurationException if one is not accepted
     */
    ThresholdValues values(Thresholds thresholds) {
        Map<Threshold<?>, Object> values = new LinkedHashMap<>();
        settings.forEach((threshold, setting) -> values.put(threshold, thresholds.get(setting)));
        return new ThresholdValues() {
            @Override
            @SuppressWarnings("unchecked") // A threshold's setting is made above, of its type.
            public <T> T get(Threshold<T> threshold) {
                if (!values.containsKey(threshold)) {
                    throw new IllegalArgumentException(
                            "The rule's description does not name the threshold " + threshold.name());
                }
                return (T) values.get(threshold);
            }
        };
    }
}
