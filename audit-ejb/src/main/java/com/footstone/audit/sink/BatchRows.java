package com.footstone.audit.sink;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.footstone.audit.model.AuditedEvent;
import com.footstone.audit.model.evidence.CanonicalRow;
import com.footstone.audit.model.evidence.Hash;

/** A batch as the rows that ClickHouse is to hold. They are written once: what is inserted is what is hashed. */
public final class BatchRows {

    private final StoredBatch batch;
    private final List<byte[]> rows;

    private BatchRows(StoredBatch batch, List<byte[]> rows) {
        this.batch = batch;
        this.rows = rows;
    }

    /**
     * The rows of a batch.
     *
     * @param range the offsets that the batch was claimed for
     * @param receivedAt when the range was claimed
     * @param events in the order of their offsets
     */
    public static BatchRows of(BatchRange range, Instant receivedAt, List<AuditedEvent> events) {
        CanonicalRow row = new CanonicalRow();
        List<byte[]> rows = new ArrayList<>(events.size());
        List<Hash> leaves = new ArrayList<>(events.size());
        for (AuditedEvent event : events) {
            row.clear();
            EventRow.write(event, receivedAt, row);
            rows.add(row.bytes());
            leaves.add(row.leaf());
        }
        return new BatchRows(new StoredBatch(range, receivedAt, events, leaves), rows);
    }

    /** The batch, once ClickHouse holds the rows and held none of its range before. */
    public StoredBatch batch() {
        return batch;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void writeTo(OutputStream out) throws IOException {
        for (byte[] row : rows) {
            out.write(row);
        }
    }
}
