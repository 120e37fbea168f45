package com.footstone.audit.config;

import java.util.List;

/**
 * Configuration that cannot be used. The message names each key at fault, what it accepts and what to do; it repeats the
 * value only where the setting is not secret.
 */
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;

    /**
     * @param key the key at fault
     * @param fault what is wrong and what to do, readable after the key
     */
    public ConfigurationException(String key, String fault) {
        super(key + " " + fault);
        this.key = key;
    }

    private ConfigurationException(String key, List<ConfigurationException> faults) {
        super("The configuration has " + faults.size() + " faults: "
                + String.join("; ", faults.stream().map(Throwable::getMessage).toList()));
        this.key = key;
    }

    /** One exception that says all that the given ones say. The list is not empty. */
    static ConfigurationException of(List<ConfigurationException> faults) {
        return faults.size() == 1
                ? faults.get(0)
                : new ConfigurationException(faults.get(0).key(), faults);
    }

    /** The key at fault; the first of them if there are several. */
    public String key() {
        return key;
    }
}
