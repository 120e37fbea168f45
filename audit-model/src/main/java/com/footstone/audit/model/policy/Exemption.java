package com.footstone.audit.model.policy;

import java.time.Instant;
import java.util.Objects;

import com.footstone.audit.model.InvalidValueException;

/**
 * An exemption in force until it expires.
 *
 * @param id its number, told with each finding that it exempted
 * @param request what was asked for
 * @param approver who allowed it: somebody other than its owner
 */
public record Exemption(long id, ExemptionRequest request, String approver) {

    public Exemption {
        Objects.requireNonNull(request, "request is null");
        Entries.text(approver, "approver", 1024);
        if (id < 1) {
            throw new InvalidValueException("id", "is less than 1");
        }
        if (approver.equals(request.owner())) {
            throw new InvalidValueException("approver", "is the owner; somebody else must approve");
        }
    }

    /** Whether it no longer applies to what is received at a time. */
    public boolean expired(Instant receivedAt) {
        return !receivedAt.isBefore(request.expires());
    }
}
