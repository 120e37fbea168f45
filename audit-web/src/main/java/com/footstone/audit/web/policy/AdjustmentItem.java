package com.footstone.audit.web.policy;

import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.footstone.audit.model.policy.Adjustment;

/**
 * What a rule does otherwise for some executions.
 *
 * @param name what to call it
 * @param rule id of the rule
 * @param where the executions
 * @param enabled whether the rule runs for them
 * @param severity the severity of what it finds
 * @param thresholds values of its settings
 */
@Schema(description = "What a rule does otherwise for some executions; the first that fits decides alone")
public record AdjustmentItem(
        @Schema(example = "reports may take their time") String name,
        @Schema(example = "SlowQuery") String rule,
        @Schema(description = "Left out for all executions") ScopeItem where,

        @Schema(nullable = true, description = "Left out: as it is configured")
        Boolean enabled,

        @Schema(
                nullable = true,
                enumeration = {"LOW", "MEDIUM", "HIGH", "CRITICAL"},
                description = "Left out: the rule decides")
        String severity,

        @Schema(example = "{\"checker.slowQuery.threshold\": \"3000\"}", description = "By key, as they are configured")
        Map<String, String> thresholds) {

    static AdjustmentItem of(Adjustment adjustment) {
        return new AdjustmentItem(
                adjustment.name(),
                adjustment.rule(),
                ScopeItem.of(adjustment.where()),
                adjustment.enabled().orElse(null),
                adjustment.severity().map(Enum::name).orElse(null),
                adjustment.thresholds());
    }
}
