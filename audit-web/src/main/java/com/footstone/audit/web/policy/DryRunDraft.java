package com.footstone.audit.web.policy;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A change that is only thought of.
 *
 * @param adjustments those that would hold
 * @param exemptions those that would come
 * @param hours how far to look back
 */
@Schema(description = "A change that is only thought of")
public record DryRunDraft(
        @Schema(nullable = true, description = "Would replace those in force; left out, they stay")
        List<AdjustmentItem> adjustments,

        @Schema(nullable = true, description = "Would come to those in force")
        List<ExemptionDraft> exemptions,

        @Schema(required = true, minimum = "1", maximum = "24", description = "How far to look back")
        int hours) {}
