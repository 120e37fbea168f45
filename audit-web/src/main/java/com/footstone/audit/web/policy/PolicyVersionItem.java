package com.footstone.audit.web.policy;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.footstone.audit.query.PolicyVersionSummary;

/**
 * A version of the policy as a list tells it.
 *
 * @param version its number
 * @param comment why it was made
 * @param madeBy who made it
 * @param madeAt when
 */
@Schema(description = "Who made a version of the policy; what it says has an address of its own")
public record PolicyVersionItem(long version, String comment, String madeBy, Instant madeAt) {

    public static PolicyVersionItem of(PolicyVersionSummary version) {
        return new PolicyVersionItem(version.version(), version.comment(), version.madeBy(), version.madeAt());
    }
}
