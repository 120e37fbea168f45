package com.footstone.audit.web.policy;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A policy as somebody wants it.
 *
 * @param basedOn the version that it was made from
 * @param comment why
 * @param adjustments all that shall hold, by precedence
 */
@Schema(description = "The adjustments as they shall be, all of them; exemptions stay as they are")
public record PolicyDraft(
        @Schema(required = true, description = "The version in force that this was made from", example = "0")
        long basedOn,

        @Schema(required = true, description = "Why; at most 500 characters", example = "Reports run long at night")
        String comment,

        @Schema(required = true) List<AdjustmentItem> adjustments) {}
