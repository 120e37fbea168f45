package com.footstone.audit.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

import com.footstone.audit.model.evidence.Hash;
import com.footstone.audit.model.evidence.MerkleTree;
import com.footstone.audit.model.evidence.SealedBatch;

/** Compares one batch with its rows. */
final class BatchCheck {

    private static final int TOLD = 10;

    private final Partition partition;
    private final SealedBatch batch;
    private final Report report;

    BatchCheck(Partition partition, SealedBatch batch, Report report) {
        this.partition = partition;
        this.batch = batch;
        this.report = report;
    }

    /**
     * Compares.
     *
     * @param rows the rows that are there, by offset
     * @param erased the leaves of those that are there no more by a tombstone
     */
    void compare(List<Row> rows, SortedMap<Long, Hash> erased) {
        report.events(batch.events(), erased.size());
        SortedMap<Long, Hash> leaves = new TreeMap<>();
        long before = -1;
        for (Row row : rows) {
            if (row.offset() == before) {
                report.tampered(partition + ":" + row.offset(), "has more than one row");
            }
            before = row.offset();
            leaves.putIfAbsent(row.offset(), row.leaf());
        }
        erased.forEach((offset, leaf) -> replace(leaves, offset, leaf));
        if (leaves.size() < batch.events()) {
            tampered(
                    (batch.events() - leaves.size()) + " of " + batch.events() + " rows are missing" + missing(leaves));
        } else if (leaves.size() > batch.events()) {
            tampered((leaves.size() - batch.events()) + " rows are there that were not stored with it; it has "
                    + batch.events() + told(leaves.keySet().stream().mapToLong(Long::longValue)));
        } else if (!MerkleTree.root(new ArrayList<>(leaves.values())).equals(batch.root())) {
            tampered("a row was changed, or replaced by another" + among(leaves));
        }
    }

    private void replace(Map<Long, Hash> leaves, long offset, Hash leaf) {
        Hash still = leaves.put(offset, leaf);
        if (still != null && still.equals(leaf)) {
            report.note(partition + ":" + offset, "is to be erased and still there");
        } else if (still != null) {
            report.tampered(partition + ":" + offset, "was erased, and another row is in its place");
        }
    }

    /** Which rows are missing can be told where every offset had one. */
    private String missing(Map<Long, Hash> leaves) {
        if (batch.events() != batch.to() - batch.from()) {
            return "";
        }
        return told(LongStream.range(batch.from(), batch.to()).filter(offset -> !leaves.containsKey(offset)));
    }

    private static String among(SortedMap<Long, Hash> leaves) {
        return leaves.isEmpty() ? "" : ", among offsets " + leaves.firstKey() + " to " + leaves.lastKey();
    }

    private static String told(LongStream offsets) {
        List<Long> first = offsets.limit(TOLD + 1L).boxed().toList();
        return ": offsets "
                + String.join(
                        ", ", first.stream().limit(TOLD).map(String::valueOf).toList())
                + (first.size() > TOLD ? " and more" : "");
    }

    private void tampered(String what) {
        report.tampered(partition.batch(batch.from(), batch.to()), what);
    }
}
