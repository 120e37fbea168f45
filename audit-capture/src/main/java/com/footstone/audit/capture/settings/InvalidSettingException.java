package com.footstone.audit.capture.settings;

/** A capture setting that is missing or cannot be used. The message names the key and what to do, never a secret value. */
public final class InvalidSettingException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String key;

    InvalidSettingException(String key, String fault) {
        super(key + " " + fault);
        this.key = key;
    }

    /** The key at fault, as the environment spells it, such as {@code AUDIT_QUEUE_BYTES}. */
    public String key() {
        return key;
    }
}
