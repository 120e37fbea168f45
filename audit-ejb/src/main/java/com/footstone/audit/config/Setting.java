package com.footstone.audit.config;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.microprofile.config.Config;

/**
 * A key that an operator can set, with all that there is to say of it.
 *
 * <p>A component keeps its settings as constants, reads them into its own record, and names them in its {@link
 * SettingsSource}; the reference table and the check at start follow from that.
 *
 * @param <T> what the value is in the program
 */
public final class Setting<T> {

    private static final int SHOWN_VALUE_LENGTH = 80;

    private final String key;
    private final ValueType<T> type;
    private final String defaultText;
    private final T defaultValue;
    private final String meaning;
    private final boolean secret;
    private final boolean hot;

    private Setting(String key, ValueType<T> type, String defaultText, String meaning, boolean secret, boolean hot) {
        this.key = Objects.requireNonNull(key, "key is null");
        this.type = Objects.requireNonNull(type, "type is null");
        this.meaning = Objects.requireNonNull(meaning, "meaning is null");
        this.defaultText = defaultText;
        this.defaultValue = defaultText == null || defaultText.isEmpty() ? null : parse(defaultText);
        this.secret = secret;
        this.hot = hot;
    }

    /**
     * A setting with a default.
     *
     * @param key MicroProfile Config name, such as {@code checker.slowQuery.threshold}
     * @param type the accepted values
     * @param defaultText the value when none is set, as an operator would write it
     * @param meaning one sentence for the reference table
     * @throws ConfigurationException if the default is not an accepted value
     */
    public static <T> Setting<T> of(String key, ValueType<T> type, String defaultText, String meaning) {
        if (defaultText.isEmpty()) {
            throw new IllegalArgumentException(key + ": the default is empty; use optional or required");
        }
        return new Setting<>(key, type, defaultText, meaning, false, false);
    }

    /** A setting that must be set. */
    public static <T> Setting<T> required(String key, ValueType<T> type, String meaning) {
        return new Setting<>(key, type, null, meaning, false, false);
    }

    /** A text that may be left out, and is empty then. */
    public static Setting<String> optional(String key, String meaning) {
        return new Setting<>(key, ValueType.text(), "", meaning, false, false);
    }

    /** A text that is never shown and may be left out, and is empty then: a password, a token. */
    public static Setting<String> secret(String key, String meaning) {
        return new Setting<>(key, ValueType.text(), "", meaning, true, false);
    }

    /**
     * The same setting, which may change while the service runs. Whoever has it reads it from {@link HotSettings} each time.
     *
     * @throws IllegalStateException if it is secret: changes are told in the log
     */
    public Setting<T> hot() {
        if (secret) {
            throw new IllegalStateException(key + " is secret and cannot change while the service runs");
        }
        return new Setting<>(key, type, defaultText, meaning, false, true);
    }

    /**
     * The value that is in force.
     *
     * @throws ConfigurationException if a value is set that is not accepted, or none is set and there is no default
     */
    public T read(Config config) {
        Optional<String> set = config.getOptionalValue(key, String.class).map(String::strip);
        if (set.isPresent() && !set.get().isEmpty()) {
            return parse(set.get());
        }
        return defaultValue();
    }

    /**
     * The value that is in force where none is set.
     *
     * @throws ConfigurationException if there is no default
     */
    public T defaultValue() {
        if (defaultText == null) {
            throw new ConfigurationException(key, "is not set and has no default; set it to " + type.range() + aside());
        }
        return defaultValue != null ? defaultValue : emptyText();
    }

    /**
     * The value that a text stands for.
     *
     * @throws ConfigurationException if it is not accepted
     */
    public T parse(String text) {
        return type.reader().apply(text).orElseThrow(() -> new ConfigurationException(key, refusal(text)));
    }

    private String refusal(String text) {
        String shown = secret ? "has a value that is not accepted" : "is '" + cut(text) + "'";
        String advice = defaultText == null || defaultText.isEmpty() ? "" : ", or leave it out for " + defaultText;
        return shown + "; it must be " + type.range() + advice + aside();
    }

    private String aside() {
        return " (environment variable " + environmentVariable() + ")";
    }

    private static String cut(String text) {
        return text.length() <= SHOWN_VALUE_LENGTH ? text : text.substring(0, SHOWN_VALUE_LENGTH) + "…";
    }

    /** Only settings of text have an empty default: see the factories. */
    @SuppressWarnings("unchecked")
    private T emptyText() {
        return (T) "";
    }

    /** MicroProfile Config name. */
    public String key() {
        return key;
    }

    /** Name of the environment variable that sets it. */
    public String environmentVariable() {
        return environmentVariable(key);
    }

    static String environmentVariable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** The accepted values. */
    public ValueType<T> type() {
        return type;
    }

    /** The default as an operator would write it; empty text for none; no value if the setting is required. */
    public Optional<String> defaultText() {
        return Optional.ofNullable(defaultText);
    }

    /** Whether an empty text is no value of it. */
    public boolean needsText() {
        return defaultText == null || !defaultText.isEmpty();
    }

    /** One sentence on what it does. */
    public String meaning() {
        return meaning;
    }

    /** Whether the value must never be shown. */
    public boolean secret() {
        return secret;
    }

    /** Whether it may change while the service runs. */
    public boolean isHot() {
        return hot;
    }

    @Override
    public String toString() {
        return key;
    }
}
