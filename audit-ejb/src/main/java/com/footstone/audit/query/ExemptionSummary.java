package com.footstone.audit.query;

import java.time.Instant;
import java.util.Optional;

import com.footstone.audit.model.policy.ExemptionRequest;

/**
 * An exemption that somebody asked for, and what became of it.
 *
 * @param id its number
 * @param request what was asked for
 * @param askedAt when
 * @param approver who approved it
 * @param approvedAt when
 * @param endedBy who declined it or took it back
 * @param endedAt when
 * @param applied how many findings it let pass
 * @param appliedAt when the last of them was received
 */
public record ExemptionSummary(
        long id,
        ExemptionRequest request,
        Instant askedAt,
        Optional<String> approver,
        Optional<Instant> approvedAt,
        Optional<String> endedBy,
        Optional<Instant> endedAt,
        long applied,
        Optional<Instant> appliedAt) {

    /** How an exemption stands. */
    public enum State {
        /** Nobody has approved it yet. */
        WAITING,
        /** It lets findings pass. */
        IN_FORCE,
        /** Its time is over. */
        EXPIRED,
        /** It was declined or taken back. */
        ENDED
    }

    /** How it stands at a time. */
    public State state(Instant now) {
        if (endedAt.isPresent()) {
            return State.ENDED;
        }
        if (!request.expires().isAfter(now)) {
            return State.EXPIRED;
        }
        return approver.isPresent() ? State.IN_FORCE : State.WAITING;
    }
}
