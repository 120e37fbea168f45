package com.footstone.audit.checking;

import org.eclipse.microprofile.config.Config;

import com.footstone.audit.config.ConfigurationException;
import com.footstone.audit.config.Setting;

/** The values that rules are to use. What a policy gives for some executions is another implementation of this. */
public interface Thresholds {

    /**
     * The value in force.
     *
     * @throws ConfigurationException if it cannot be used
     */
    <T> T get(Setting<T> setting);

    /** The values of the server's configuration, the same for every event. */
    static Thresholds from(Config config) {
        return new Thresholds() {
            @Override
            public <T> T get(Setting<T> setting) {
                return setting.read(config);
            }
        };
    }

    /** The value of every setting that holds unless it is configured otherwise. */
    static Thresholds defaults() {
        return new Thresholds() {
            @Override
            public <T> T get(Setting<T> setting) {
                return setting.defaultValue();
            }
        };
    }

    /**
     * Refuses an upper threshold that is below the lower one.
     *
     * @throws ConfigurationException naming both keys
     */
    default <T extends Comparable<? super T>> void requireOrder(Setting<T> lower, Setting<T> upper) {
        if (get(upper).compareTo(get(lower)) < 0) {
            throw new ConfigurationException(
                    upper.key(), "is below " + lower.key() + "; raise the former or lower the latter");
        }
    }
}
