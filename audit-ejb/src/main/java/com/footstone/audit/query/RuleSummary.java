package com.footstone.audit.query;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.footstone.audit.model.Severity;

/**
 * A rule that executions are checked by.
 *
 * @param severity the severity to expect of its findings
 * @param summary one sentence on when it finds something
 * @param enabled whether it runs by the configuration
 * @param settings keys of its settings, the switch first
 * @param page why it is there and what to do, if it is an operator's own; the pages of the product's rules are in
 *     {@code docs/rules}
 */
public record RuleSummary(
        String id,
        String title,
        Severity severity,
        String summary,
        boolean enabled,
        List<String> settings,
        Optional<String> page) {

    public RuleSummary {
        Objects.requireNonNull(id, "id is null");
        Objects.requireNonNull(title, "title is null");
        Objects.requireNonNull(severity, "severity is null");
        Objects.requireNonNull(summary, "summary is null");
        settings = List.copyOf(settings);
        Objects.requireNonNull(page, "page is null");
    }
}
