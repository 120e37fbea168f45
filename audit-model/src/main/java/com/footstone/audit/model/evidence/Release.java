package com.footstone.audit.model.evidence;

import java.time.Instant;
import java.util.Objects;

/**
 * The tombstone of all batches of a partition that retention has let go. The chain goes on from its link.
 *
 * @param to first offset that is not released
 * @param receivedBefore all released rows were received before this
 * @param days how long the operator had chosen to keep events
 * @param link link of the last released batch
 * @param at when it was signed, in whole microseconds
 */
public record Release(String topic, int partition, long to, Instant receivedBefore, int days, Hash link, Instant at)
        implements Signable {

    private static final String KIND = "sql-audit release";

    public Release {
        Objects.requireNonNull(topic, "topic is null");
        Objects.requireNonNull(receivedBefore, "receivedBefore is null");
        Objects.requireNonNull(link, "link is null");
        Objects.requireNonNull(at, "at is null");
    }

    @Override
    public byte[] signedBytes() {
        CanonicalRow row = new CanonicalRow();
        row.text(topic);
        row.int32(partition);
        row.int64(to);
        row.micros(receivedBefore);
        row.int32(days);
        row.hash(link);
        row.micros(at);
        return Signable.bytes(KIND, Hash.sha256(row.bytes()));
    }
}
