package com.footstone.audit.verify;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import com.footstone.audit.model.InvalidValueException;
import com.footstone.audit.model.evidence.PublicKeys;
import com.footstone.audit.model.evidence.document.EvidenceLine;

/** Takes an export line by line and verifies one partition after the other. */
final class ExportCheck {

    private final PublicKeys trusted;
    private final Optional<ClickHouse> store;
    private final Anchor anchor;
    private final Clock clock;
    private final Report report;
    private final Set<Partition> seen = new HashSet<>();

    private EvidenceLine.Opening opening;
    private ChainCheck chain;

    ExportCheck(PublicKeys trusted, Optional<ClickHouse> store, Anchor anchor, Clock clock, Report report) {
        this.trusted = trusted;
        this.store = store;
        this.anchor = anchor;
        this.clock = clock;
        this.report = report;
    }

    void take(EvidenceLine line) throws IOException {
        try {
            if (line instanceof EvidenceLine.Opening first) {
                opening = first;
            } else if (line instanceof EvidenceLine.Head head) {
                endPartition();
                begin(head);
            } else {
                requireChain().take(line);
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted");
    }

    /** Ends the last partition, and looks for rows and chains of which the export says nothing. */
    void end() throws IOException, InterruptedException {
        endPartition();
        for (Partition partition : anchor.partitions()) {
            if (!seen.contains(partition)) {
                report.tampered(partition.toString(), "is in the earlier export and not in this one");
            }
        }
        if (store.isEmpty()) {
            report.note("rows", "were not looked at: no --clickhouse was given");
        } else if (whole()) {
            unknownPartitions(store.get());
        } else {
            report.note("export", "is of a stretch of time: rows outside of its batches were not looked at");
        }
    }

    private void begin(EvidenceLine.Head head) {
        if (opening == null) {
            throw new InvalidValueException("export", "does not begin with its opening line");
        }
        Partition partition = new Partition(head.topic(), head.partition());
        if (!seen.add(partition)) {
            throw new InvalidValueException("export", "has a partition twice");
        }
        report.partition();
        Optional<RowCheck> rows = store.map(clickHouse -> new RowCheck(partition, clickHouse, trusted, report));
        chain = new ChainCheck(head, whole(), trusted, anchor.of(partition), rows, report);
    }

    private void endPartition() throws IOException, InterruptedException {
        if (chain != null) {
            chain.end();
            if (whole() && store.isPresent()) {
                outside(store.get()).around(chain.head(), chain.start(), chain.lastRelease());
            }
        }
        chain = null;
    }

    private void unknownPartitions(ClickHouse clickHouse) throws IOException, InterruptedException {
        for (String line : clickHouse.partitions()) {
            int tabulator = line.lastIndexOf('\t');
            Partition partition =
                    new Partition(line.substring(0, tabulator), Integer.parseInt(line.substring(tabulator + 1)));
            if (!seen.contains(partition)) {
                outside(clickHouse).after(partition, 0, 0);
            }
        }
    }

    private OutsideCheck outside(ClickHouse clickHouse) {
        return new OutsideCheck(clickHouse, opening.exportedAt(), clock, report);
    }

    private boolean whole() {
        return opening.from().isEmpty() && opening.to().isEmpty();
    }

    private ChainCheck requireChain() {
        if (chain == null) {
            throw new InvalidValueException("export", "has lines of no partition");
        }
        return chain;
    }
}
