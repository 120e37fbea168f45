package com.footstone.audit.web.policy;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.footstone.audit.query.ExemptionSummary;

/**
 * An exemption that somebody asked for, and what became of it.
 *
 * @param id its number
 * @param state how it stands
 * @param rules ids of the rules
 * @param where the executions
 * @param reason why
 * @param owner who asked
 * @param askedAt when
 * @param expires until when
 * @param approver who approved
 * @param approvedAt when
 * @param endedBy who declined it or took it back
 * @param endedAt when
 * @param applied how many findings it let pass
 * @param appliedAt when the last of them was received
 */
@Schema(description = "An exemption that somebody asked for, and what became of it")
public record ExemptionItem(
        long id,

        @Schema(enumeration = {"WAITING", "IN_FORCE", "EXPIRED", "ENDED"})
        String state,

        List<String> rules,
        ScopeItem where,
        String reason,
        String owner,
        Instant askedAt,
        Instant expires,
        @Schema(nullable = true) String approver,
        @Schema(nullable = true) Instant approvedAt,
        @Schema(nullable = true) String endedBy,
        @Schema(nullable = true) Instant endedAt,

        @Schema(description = "How many findings it let pass")
        long applied,

        @Schema(nullable = true) Instant appliedAt) {

    /**
     * As it is shown.
     *
     * @param now the time that its state is told for
     */
    public static ExemptionItem of(ExemptionSummary exemption, Instant now) {
        return new ExemptionItem(
                exemption.id(),
                exemption.state(now).name(),
                exemption.request().rules(),
                ScopeItem.of(exemption.request().where()),
                exemption.request().reason(),
                exemption.request().owner(),
                exemption.askedAt(),
                exemption.request().expires(),
                exemption.approver().orElse(null),
                exemption.approvedAt().orElse(null),
                exemption.endedBy().orElse(null),
                exemption.endedAt().orElse(null),
                exemption.applied(),
                exemption.appliedAt().orElse(null));
    }
}
