package com.footstone.audit.web.response;

import java.util.List;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.footstone.audit.config.EffectiveSetting;
import com.footstone.audit.config.UnknownKey;

/**
 * What an instance works with.
 *
 * @param settings every setting, by key
 * @param unknown names that look like settings and that nobody reads
 * @param refusal why what the folder of settings holds is not in force; null if it is
 */
@Schema(
        name = "Configuration",
        description = "What the instance that answers works with; others may have been started with something else")
public record ConfigurationView(
        List<Item> settings,
        List<Unread> unknown,

        @Schema(nullable = true, description = "Why what the folder of settings holds is not in force; null if it is")
        String refusal) {

    public static ConfigurationView of(
            List<EffectiveSetting> settings, List<UnknownKey> unknown, Optional<String> refusal) {
        return new ConfigurationView(
                settings.stream().map(Item::of).toList(),
                unknown.stream()
                        .map(key -> new Unread(key.name(), key.nearest()))
                        .toList(),
                refusal.orElse(null));
    }

    /** A setting and what is in force. */
    @Schema(name = "EffectiveSetting")
    public record Item(
            @Schema(example = "checker.slowQuery.threshold") String key,

            @Schema(example = "CHECKER_SLOWQUERY_THRESHOLD", description = "The environment variable that sets it")
            String environmentVariable,

            @Schema(
                    nullable = true,
                    example = "1000",
                    description = "The value in force, with asterisks for what is secret in it; null if there is none")
            String value,

            @Schema(
                    nullable = true,
                    description = "Which source of MicroProfile Config it comes from; null for the default")
            String source,

            boolean secret,

            @Schema(description = "Whether it may change while the service runs")
            boolean hot,

            @Schema(description = "What it does") String meaning) {

        static Item of(EffectiveSetting effective) {
            return new Item(
                    effective.setting().key(),
                    effective.setting().environmentVariable(),
                    effective.value().orElse(null),
                    effective.source().orElse(null),
                    effective.setting().secret(),
                    effective.setting().isHot(),
                    effective.setting().meaning());
        }
    }

    /** A name that nobody reads. */
    @Schema(name = "UnknownSetting")
    public record Unread(
            String name,

            @Schema(description = "The setting that is spelled most alike")
            String nearest) {}
}
