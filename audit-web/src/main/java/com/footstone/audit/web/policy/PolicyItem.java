package com.footstone.audit.web.policy;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.footstone.audit.model.policy.Exemption;
import com.footstone.audit.model.policy.Policy;
import com.footstone.audit.query.PolicyVersion;

/**
 * A version of the policy.
 *
 * @param version its number
 * @param comment why it was made
 * @param madeBy who made it
 * @param madeAt when
 * @param adjustments by precedence
 * @param exemptions those that were in force when it was made
 */
@Schema(description = "A version of the policy, which never changes")
public record PolicyItem(
        @Schema(description = "0 before anything was decided")
        long version,

        @Schema(nullable = true) String comment,
        @Schema(nullable = true) String madeBy,
        @Schema(nullable = true) Instant madeAt,
        List<AdjustmentItem> adjustments,

        @Schema(description = "Each applies until it expires")
        List<ApprovedExemption> exemptions) {

    public static PolicyItem of(PolicyVersion version) {
        Policy policy = version.policy();
        boolean made = policy.version() > 0;
        return new PolicyItem(
                policy.version(),
                made ? version.comment() : null,
                made ? version.madeBy() : null,
                made ? version.madeAt() : null,
                policy.adjustments().stream().map(AdjustmentItem::of).toList(),
                policy.exemptions().stream().map(ApprovedExemption::of).toList());
    }

    /**
     * An exemption.
     *
     * @param id its number
     * @param rules ids of the rules
     * @param where the executions
     * @param reason why
     * @param owner who asked
     * @param approver who approved
     * @param expires until when
     */
    public record ApprovedExemption(
            long id,
            List<String> rules,
            ScopeItem where,
            String reason,
            String owner,
            String approver,
            Instant expires) {

        static ApprovedExemption of(Exemption exemption) {
            return new ApprovedExemption(
                    exemption.id(),
                    exemption.request().rules(),
                    ScopeItem.of(exemption.request().where()),
                    exemption.request().reason(),
                    exemption.request().owner(),
                    exemption.approver(),
                    exemption.request().expires());
        }
    }
}
