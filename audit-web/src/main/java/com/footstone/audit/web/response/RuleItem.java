package com.footstone.audit.web.response;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.footstone.audit.query.RuleSummary;

/**
 * A rule that executions are checked by.
 *
 * @param id its name in findings, metrics and settings
 * @param title what it finds, in a few words
 * @param severity the severity to expect of its findings
 * @param summary when it finds something
 * @param enabled whether it runs
 * @param settings keys of its settings
 * @param page why it is there and what to do
 */
@Schema(name = "Rule", description = "A rule that executions are checked by")
public record RuleItem(
        @Schema(example = "SlowQuery") String id,
        @Schema(example = "Slow statement") String title,

        @Schema(
                enumeration = {"LOW", "MEDIUM", "HIGH", "CRITICAL"},
                description = "The severity to expect; single findings may differ")
        String severity,

        @Schema(description = "When it finds something") String summary,

        @Schema(description = "Whether it runs, by the configuration of the instance that answers")
        boolean enabled,

        @Schema(description = "Keys of its settings; docs/configuration.md has those of the product")
        List<String> settings,

        @Schema(
                nullable = true,
                description =
                        "Of a rule of your own: why it is there and what to do. Of the product's: null, since they are in"
                                + " docs/rules")
        String page) {

    public static RuleItem of(RuleSummary rule) {
        return new RuleItem(
                rule.id(),
                rule.title(),
                rule.severity().name(),
                rule.summary(),
                rule.enabled(),
                rule.settings(),
                rule.page().orElse(null));
    }
}
