package com.footstone.audit.config;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;

/**
 * What is in force for a setting, fit to be shown.
 *
 * @param setting the setting
 * @param value the text that is in force, without what is secret in it; empty if there is none
 * @param source where the text comes from, as MicroProfile Config names it; empty for the default
 */
public record EffectiveSetting(Setting<?> setting, Optional<String> value, Optional<String> source) {

    private static final String MASK = "********";

    /** URLs of drivers may hold what belongs into a setting of its own. */
    private static final Pattern SECRET_PARAMETER =
            Pattern.compile("(?i)((?:password|passwd|pwd|secret|token)=)[^&;]*");

    private static final Pattern SECRET_AUTHORITY = Pattern.compile("(//[^:/@]*:)[^/@]*(?=@)");

    public EffectiveSetting {
        Objects.requireNonNull(setting, "setting is null");
        Objects.requireNonNull(value, "value is null");
        Objects.requireNonNull(source, "source is null");
    }

    static EffectiveSetting of(Setting<?> setting, Config config) {
        ConfigValue found = config.getConfigValue(setting.key());
        if (found.getValue() == null || found.getValue().isBlank()) {
            return new EffectiveSetting(
                    setting, setting.defaultText().filter(text -> !text.isEmpty()), Optional.empty());
        }
        String text = found.getValue().strip();
        return new EffectiveSetting(
                setting,
                Optional.of(setting.secret() ? MASK : masked(text)),
                Optional.of(Objects.requireNonNullElse(found.getSourceName(), "unknown")));
    }

    private static String masked(String text) {
        String parameters = SECRET_PARAMETER.matcher(text).replaceAll("$1" + MASK);
        return SECRET_AUTHORITY.matcher(parameters).replaceAll("$1" + MASK);
    }
}
