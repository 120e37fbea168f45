package com.footstone.audit.sink;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import com.footstone.audit.model.AuditedEvent;
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
}
