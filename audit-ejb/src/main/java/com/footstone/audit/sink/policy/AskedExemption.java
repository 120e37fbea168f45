package com.footstone.audit.sink.policy;

import java.time.Instant;

import com.footstone.audit.model.InvalidValueException;
import com.footstone.audit.model.policy.ExemptionRequest;
import com.footstone.audit.policy.PolicyRefusedException;

/** An exemption as somebody asked for it, and how it stands. */
record AskedExemption(ExemptionRequest request, boolean approved, boolean ended) {

    void requireApprovable(String by, Instant now) {
        requireNotEnded();
        if (approved) {
            throw new PolicyRefusedException("The exemption has been approved before.");
        }
        if (by.equals(request.owner())) {
            throw new PolicyRefusedException(
                    "Who asked for an exemption cannot approve it. Somebody else with audit-admin must.");
        }
        if (!request.expires().isAfter(now)) {
            throw new PolicyRefusedException("The exemption has expired before it was approved. Ask for a new one.");
        }
        requireSelective();
    }

    /** It may have been asked for when this was not refused yet. */
    private void requireSelective() {
        try {
            request.requireSelective("where");
        } catch (InvalidValueException e) {
            throw new PolicyRefusedException("Of the exemption, " + e.getMessage() + ". Decline it.");
        }
    }

    void requireNotEnded() {
        if (ended) {
            throw new PolicyRefusedException("The exemption was taken back before. Ask for a new one.");
        }
    }
}
