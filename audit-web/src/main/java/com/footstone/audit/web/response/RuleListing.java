package com.footstone.audit.web.response;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.footstone.audit.query.RuleSummary;

/**
 * All rules.
 *
 * @param rules by id
 */
@Schema(name = "Rules", description = "All rules of the instance that answers, by id")
public record RuleListing(List<RuleItem> rules) {

    public static RuleListing of(List<RuleSummary> rules) {
        return new RuleListing(rules.stream().map(RuleItem::of).toList());
    }
}
