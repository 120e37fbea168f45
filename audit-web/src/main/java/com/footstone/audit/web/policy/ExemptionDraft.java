package com.footstone.audit.web.policy;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An exemption as somebody asks for it.
 *
 * @param rules ids of the rules
 * @param where the executions
 * @param reason why
 * @param expires until when
 */
@Schema(description = "What is to be let pass. Whoever asks is its owner, and somebody else must approve")
public record ExemptionDraft(
        @Schema(required = true, example = "[\"SlowQuery\"]")
        List<String> rules,

        @Schema(required = true, description = "At least one condition that leaves something out; tables by onlyTables")
        ScopeItem where,

        @Schema(required = true, description = "At most 500 characters")
        String reason,

        @Schema(required = true, description = "At most 366 days from now")
        Instant expires) {}
