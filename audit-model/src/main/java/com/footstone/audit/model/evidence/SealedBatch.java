package com.footstone.audit.model.evidence;

import java.time.Instant;
import java.util.Objects;

import com.footstone.audit.model.InvalidValueException;

/**
 * What is sealed of a batch, also of one without events. Each names the link of the one before it in its partition, so the
 * newest link stands for all that was ever stored of the partition.
 *
 * @param format the {@link RowFormat#VERSION} that its rows are hashed in
 * @param from first offset
 * @param to first offset after it
 * @param receivedAt when the range was claimed, in whole microseconds
 * @param events how many rows ClickHouse holds of it
 * @param root root of the tree above the rows, by offset
 * @param previous link of the batch before, {@link Hash#NONE} for the partition's first
 */
public record SealedBatch(
        int format,
        String topic,
        int partition,
        long from,
        long to,
        Instant receivedAt,
        int events,
        Hash root,
        Hash previous)
        implements Signable {

    private static final String KIND = "sql-audit batch";

    public SealedBatch {
        Objects.requireNonNull(topic, "topic is null");
        Objects.requireNonNull(receivedAt, "receivedAt is null");
        Objects.requireNonNull(root, "root is null");
        Objects.requireNonNull(previous, "previous is null");
        if (from < 0 || to <= from) {
            throw new InvalidValueException("to", "is not after from");
        }
        if (events < 0 || events > to - from) {
            throw new InvalidValueException("events", "are more than there are offsets");
        }
    }

    /** What the next batch names, and what is signed. */
    public Hash link() {
        CanonicalRow row = new CanonicalRow();
        row.text(KIND);
        row.int32(format);
        row.text(topic);
        row.int32(partition);
        row.int64(from);
        row.int64(to);
        row.micros(receivedAt);
        row.int32(events);
        row.hash(root);
        row.hash(previous);
        return Hash.sha256(row.bytes());
    }

    @Override
    public byte[] signedBytes() {
        return Signable.bytes(KIND, link());
    }
}
