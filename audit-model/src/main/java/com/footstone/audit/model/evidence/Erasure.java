package com.footstone.audit.model.evidence;

import java.time.Instant;
import java.util.Objects;

import com.footstone.audit.model.EventId;

/**
 * The tombstone of an event that a person had erased. Its leaf takes the place of its row, so its batch still verifies.
 *
 * @param leaf the leaf of the row that is erased
 * @param reason why, as that person gave it
 * @param by that person
 * @param at when, in whole microseconds
 */
public record Erasure(EventId event, Hash leaf, String reason, String by, Instant at) implements Signable {

    private static final String KIND = "sql-audit erasure";

    public Erasure {
        Objects.requireNonNull(event, "event is null");
        Objects.requireNonNull(leaf, "leaf is null");
        Objects.requireNonNull(reason, "reason is null");
        Objects.requireNonNull(by, "by is null");
        Objects.requireNonNull(at, "at is null");
    }

    @Override
    public byte[] signedBytes() {
        CanonicalRow row = new CanonicalRow();
        row.text(event.topic());
        row.int32(event.partition());
        row.int64(event.offset());
        row.hash(leaf);
        row.text(reason);
        row.text(by);
        row.micros(at);
        return Signable.bytes(KIND, Hash.sha256(row.bytes()));
    }
}
