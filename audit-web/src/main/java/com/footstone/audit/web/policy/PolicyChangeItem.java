package com.footstone.audit.web.policy;

import java.time.Instant;
import java.util.OptionalLong;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.footstone.audit.query.PolicyChangeSummary;

/**
 * A change of the policy as a list tells it.
 *
 * @param id number of the change
 * @param at when
 * @param by who
 * @param action what was done
 * @param exemption the exemption that it was about
 * @param version the version that it made
 */
@Schema(description = "Who changed the policy; what was before and after has an address of its own")
public record PolicyChangeItem(
        long id,
        Instant at,
        String by,

        @Schema(enumeration = {"ADJUST", "ASK", "APPROVE", "END"})
        String action,

        @Schema(nullable = true) Long exemption,

        @Schema(nullable = true, description = "The version that came of it")
        Long version) {

    public static PolicyChangeItem of(PolicyChangeSummary change) {
        return new PolicyChangeItem(
                change.id(),
                change.at(),
                change.by(),
                change.action(),
                number(change.exemption()),
                number(change.version()));
    }

    private static Long number(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }
}
