package com.footstone.audit.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import com.footstone.audit.model.evidence.Hash;
import com.footstone.audit.model.evidence.PublicKeys;
import com.footstone.audit.model.evidence.SealedBatch;
import com.footstone.audit.model.evidence.document.EvidenceLine;

/** Compares the batches of a partition with the rows that ClickHouse has of them, a stretch of offsets at a time. */
final class RowCheck {

    /** Offsets that are asked for at once, unless one batch alone has more. */
    private static final long STRETCH = 20_000;

    /** Rows that may come back above one for each offset; more are too many to tell one by one. */
    private static final long SURPLUS = 10_000;

    private final Partition partition;
    private final ClickHouse clickHouse;
    private final PublicKeys trusted;
    private final Report report;
    private final TreeMap<Long, Hash> erased = new TreeMap<>();
    private final List<SealedBatch> waiting = new ArrayList<>();

    RowCheck(Partition partition, ClickHouse clickHouse, PublicKeys trusted, Report report) {
        this.partition = partition;
        this.clickHouse = clickHouse;
        this.trusted = trusted;
        this.report = report;
    }

    void erased(EvidenceLine.Erased line) {
        long offset = line.erasure().event().offset();
        String place = line.erasure().event().toString();
        if (!trusted.verify(line.erasure(), line.seal())) {
            report.tampered(place, "was erased by a statement that no trusted key signed");
        } else {
            erased.put(offset, line.erasure().leaf());
        }
    }

    void batch(SealedBatch batch) throws IOException, InterruptedException {
        if (!waiting.isEmpty()
                && (batch.to() - waiting.get(0).from() > STRETCH
                        || batch.format() != waiting.get(0).format()
                        || batch.from() < waiting.get(waiting.size() - 1).to())) {
            end();
        }
        waiting.add(batch);
    }

    /** Compares the batches that wait. */
    void end() throws IOException, InterruptedException {
        if (waiting.isEmpty()) {
            return;
        }
        long from = waiting.get(0).from();
        long to = waiting.get(waiting.size() - 1).to();
        List<Row> rows = clickHouse.rows(waiting.get(0).format(), partition, from, to, to - from + SURPLUS);
        int at = 0;
        for (SealedBatch batch : waiting) {
            while (at < rows.size() && rows.get(at).offset() < batch.from()) {
                report.tampered(partition + ":" + rows.get(at++).offset(), "is a row outside of every batch");
            }
            int start = at;
            while (at < rows.size() && rows.get(at).offset() < batch.to()) {
                at++;
            }
            new BatchCheck(partition, batch, report)
                    .compare(rows.subList(start, at), erased.subMap(batch.from(), batch.to()));
        }
        waiting.clear();
        erased.headMap(to).clear();
    }
}
