package com.footstone.audit.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import com.footstone.audit.config.Setting;
import com.footstone.audit.config.ValueType;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.RuleResult;
import com.footstone.audit.model.Severity;

/**
 * What there is to say of a rule without running it. A rule keeps its own as a constant.
 *
 * @param id name of the rule in findings, metrics and pages: letters and digits, first letter a capital
 * @param title what it finds, in a few words
 * @param severity the severity to expect of its findings; single findings may differ
 * @param category what it protects
 * @param summary one sentence on when it finds something
 * @param enabled whether to run it: {@code checker.<id with a small first letter>.enabled}
 * @param thresholds its other settings
 */
public record RuleInfo(
        String id,
        String title,
        Severity severity,
        Category category,
        String summary,
        Setting<Boolean> enabled,
        List<Setting<?>> thresholds) {

    private static final Pattern ID = Pattern.compile("[A-Z][A-Za-z0-9]*");

    public RuleInfo {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("The rule id '" + id + "' is not letters and digits after a capital");
        }
        Objects.requireNonNull(title, "title is null");
        Objects.requireNonNull(severity, "severity is null");
        Objects.requireNonNull(category, "category is null");
        Objects.requireNonNull(summary, "summary is null");
        Objects.requireNonNull(enabled, "enabled is null");
        thresholds = List.copyOf(thresholds);
    }

    /** Describes a rule that runs unless it is switched off. */
    public static RuleInfo of(
            String id, String title, Severity severity, Category category, String summary, Setting<?>... thresholds) {
        String name = Character.toLowerCase(id.charAt(0)) + id.substring(1);
        Setting<Boolean> enabled = Setting.of(
                "checker." + name + ".enabled", ValueType.flag(), "true", "Whether the rule " + id + " runs.");
        return new RuleInfo(id, title, severity, category, summary, enabled, List.of(thresholds));
    }

    /** The same rule, which runs only if it is switched on: it asks for something that not everybody wants. */
    public RuleInfo offByDefault() {
        Setting<Boolean> off = Setting.of(enabled.key(), ValueType.flag(), "false", enabled.meaning());
        return new RuleInfo(id, title, severity, category, summary, off, thresholds);
    }

    /** All settings of the rule, the switch first. */
    public List<Setting<?>> settings() {
        List<Setting<?>> all = new ArrayList<>();
        all.add(enabled);
        all.addAll(thresholds);
        return all;
    }

    /**
     * A finding of this rule.
     *
     * @param found how bad it is
     * @param confidence how sure the rule is, 0 to 100
     * @param message one sentence for people; no statement text, no literal
     * @param evidence what led to it, by name; of an exceeded threshold see {@link Excess#evidence}
     */
    public RuleResult raise(Severity found, int confidence, String message, Map<String, String> evidence) {
        return new RuleResult.Raised(new Finding(id, found, confidence, message, evidence));
    }
}
