package com.footstone.audit.sink;

import java.io.Serializable;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** The row of a partition in {@code intake_position}. */
@Entity
@Table(name = "intake_position")
class PositionEntity {

    @EmbeddedId
    @SuppressWarnings("UnusedVariable") // Hibernate reads it.
    private Key key;

    private long epoch;

    @Column(name = "next_offset")
    private long next;

    @Column(name = "claimed_offset")
    private long claimed;

    @Column(name = "claimed_at")
    private Instant claimedAt;

    @Column(name = "claimed_policy")
    private long claimedPolicy;

    protected PositionEntity() {}

    PositionEntity(Key key, long next, Instant now) {
        this.key = key;
        this.next = next;
        this.claimed = next;
        this.claimedAt = now;
    }

    /** Begins a new ownership, which shuts out all earlier ones. */
    Position take() {
        epoch++;
        return new Position(epoch, next, claimed, claimedAt);
    }

    boolean ownedBy(long owner) {
        return epoch == owner;
    }

    /** Fixes the range that is stored next; a range that was already fixed stays as it is. */
    boolean claim(BatchRange range, Claim claim) {
        if (next != range.from()) {
            return false;
        }
        if (claimed > next) {
            return claimed == range.to();
        }
        claimed = range.to();
        claimedAt = claim.at();
        claimedPolicy = claim.policy();
        return true;
    }

    Claim claim() {
        return new Claim(claimedAt, claimedPolicy);
    }

    boolean finished(BatchRange range) {
        return next == range.to() && claimed == next;
    }

    boolean finish(BatchRange range) {
        if (next != range.from() || claimed != range.to()) {
            return false;
        }
        next = range.to();
        return true;
    }

    /** A partition of a topic. */
    @Embeddable
    record Key(String topic, int partition) implements Serializable {}
}
