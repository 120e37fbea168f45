package com.footstone.audit.sink.policy;

import java.nio.charset.StandardCharsets;
import java.util.List;

import com.footstone.audit.model.InvalidValueException;
import com.footstone.audit.model.policy.Adjustment;
import com.footstone.audit.model.policy.Exemption;
import com.footstone.audit.model.policy.Policy;
import com.footstone.audit.policy.PolicyJson;
import com.footstone.audit.policy.PolicyRefusedException;

/** The version that would come of a change, within what a version may be. */
final class NextVersion {

    /** Largest document of a version, in bytes of UTF-8: every batch that is judged by another version reads one. */
    static final int MAX_BYTES = 1 << 20;

    private NextVersion() {}

    /**
     * The version after another.
     *
     * @throws PolicyRefusedException if it would have too many entries, or be too large; one that is smaller than the one
     *     before may be, so that a large policy can be mended
     */
    static Policy of(Policy before, List<Adjustment> adjustments, List<Exemption> exempted) {
        Policy next = next(before, adjustments, exempted);
        int bytes = bytes(next);
        if (bytes > MAX_BYTES && bytes >= bytes(before)) {
            throw new PolicyRefusedException("The policy that would come of it has " + bytes + " bytes as JSON, and "
                    + MAX_BYTES + " are the most. Give fewer names and thresholds, or end exemptions first.");
        }
        return next;
    }

    private static Policy next(Policy before, List<Adjustment> adjustments, List<Exemption> exempted) {
        try {
            return new Policy(before.version() + 1, adjustments, exempted);
        } catch (InvalidValueException e) {
            throw new PolicyRefusedException("Of the policy that would come of it, " + e.getMessage() + ".");
        }
    }

    private static int bytes(Policy policy) {
        return PolicyJson.document(policy).getBytes(StandardCharsets.UTF_8).length;
    }
}
