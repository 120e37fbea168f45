package com.footstone.audit.sink;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.footstone.audit.model.AuditedEvent;
import com.footstone.audit.model.evidence.CanonicalRow;
import com.footstone.audit.model.evidence.Hash;

/**
 * A batch as ClickHouse holds it.
 *
 * @param receivedAt when its range was claimed
 * @param events its events with the verdicts that are stored
 * @param leaves the hashes of its rows, by offset
 */
public record StoredBatch(BatchRange range, Instant receivedAt, List<AuditedEvent> events, List<Hash> leaves) {

    public StoredBatch {
        Objects.requireNonNull(range, "range is null");
        Objects.requireNonNull(receivedAt, "receivedAt is null");
        events = List.copyOf(events);
        leaves = List.copyOf(leaves);
    }

    /** A batch whose rows are what these events are written as. They are in the order of their offsets. */
    public static StoredBatch of(BatchRange range, Instant receivedAt, List<AuditedEvent> events) {
        CanonicalRow row = new CanonicalRow();
        List<Hash> leaves = new ArrayList<>(events.size());
        for (AuditedEvent event : events) {
            row.clear();
            EventRow.write(event, receivedAt, row);
            leaves.add(row.leaf());
        }
        return new StoredBatch(range, receivedAt, events, leaves);
    }
}
