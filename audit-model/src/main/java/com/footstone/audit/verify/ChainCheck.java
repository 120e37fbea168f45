package com.footstone.audit.verify;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

import com.footstone.audit.model.evidence.Hash;
import com.footstone.audit.model.evidence.PublicKeys;
import com.footstone.audit.model.evidence.Release;
import com.footstone.audit.model.evidence.RowFormat;
import com.footstone.audit.model.evidence.SealedBatch;
import com.footstone.audit.model.evidence.document.EvidenceLine;

/** Verifies that a partition's batches follow each other from its beginning to its head, each signed. */
final class ChainCheck {

    private final EvidenceLine.Head head;
    private final Partition partition;
    private final boolean whole;
    private final PublicKeys trusted;
    private final Optional<EvidenceLine.Head> anchor;
    private final Optional<RowCheck> rows;
    private final Report report;

    private Optional<Release> lastRelease = Optional.empty();
    /** First offset of the first batch, also if that cannot be read. */
    private OptionalLong start = OptionalLong.empty();

    private SealedBatch last;
    /** The batch before could not be read, so it cannot be told what follows it. */
    private boolean broken;

    private boolean headLost;
    private boolean anchored;

    ChainCheck(
            EvidenceLine.Head head,
            boolean whole,
            PublicKeys trusted,
            Optional<EvidenceLine.Head> anchor,
            Optional<RowCheck> rows,
            Report report) {
        this.head = head;
        this.partition = new Partition(head.topic(), head.partition());
        this.whole = whole;
        this.trusted = trusted;
        this.anchor = anchor;
        this.rows = rows;
        this.report = report;
    }

    void take(EvidenceLine line) throws IOException, InterruptedException {
        if (line instanceof EvidenceLine.Released released) {
            release(released);
        } else if (line instanceof EvidenceLine.Erased erased) {
            rows.ifPresent(check -> check.erased(erased));
        } else if (line instanceof EvidenceLine.Sealed sealed) {
            batch(sealed);
        } else if (line instanceof EvidenceLine.Unreadable unreadable) {
            unreadable(unreadable);
        }
    }

    EvidenceLine.Head head() {
        return head;
    }

    /** First offset that a batch of the export is about. */
    long start() {
        return start.orElse(head.to());
    }

    Optional<Release> lastRelease() {
        return lastRelease;
    }

    private void release(EvidenceLine.Released line) {
        Release release = line.release();
        if (!new Partition(release.topic(), release.partition()).equals(partition)
                || !trusted.verify(release, line.seal())) {
            report.tampered(partition.toString(), "release up to " + release.to() + " was not signed by a trusted key");
            return;
        }
        through(release.to(), release.link());
        if (lastRelease.isEmpty() || lastRelease.get().to() < release.to()) {
            lastRelease = Optional.of(release);
        }
    }

    /** What the service cannot read was changed: it cannot have written it so. All others are verified as far as they can be. */
    private void unreadable(EvidenceLine.Unreadable line) throws IOException, InterruptedException {
        report.tampered(
                partition + " " + line.part() + " at offset " + line.offset() + ":", "cannot be read: " + line.fault());
        if (line.part() == EvidenceLine.Part.HEAD) {
            headLost = true;
        } else if (line.part() == EvidenceLine.Part.BATCH) {
            begin(line.offset());
            broken = true;
            skipRows();
        }
    }

    private void begin(long offset) {
        if (start.isEmpty()) {
            start = OptionalLong.of(offset);
        }
    }

    /** The rows from the last batch on up to the next one belong to no batch that could be compared with them. */
    private void skipRows() throws IOException, InterruptedException {
        if (rows.isPresent()) {
            rows.get().end();
        }
    }

    private void batch(EvidenceLine.Sealed line) throws IOException, InterruptedException {
        SealedBatch batch = line.batch();
        String place = partition.batch(batch.from(), batch.to());
        report.batch();
        boolean known = RowFormat.knows(batch.format());
        if (!known) {
            report.tampered(place, "is of a format that this command does not know: use that of the newest version");
        }
        boolean signed =
                new Partition(batch.topic(), batch.partition()).equals(partition) && trusted.verify(batch, line.seal());
        if (!signed) {
            report.tampered(place, "was not signed by a trusted key as it is");
        }
        begin(batch.from());
        if (broken) {
            broken = false;
        } else if (last == null) {
            beginning(batch, place);
        } else if (batch.from() != last.to() || !batch.previous().equals(last.link())) {
            report.tampered(place, "does not follow the one that ends at " + last.to());
        }
        last = batch;
        through(batch.to(), batch.link());
        if (!signed) {
            skipRows();
        } else if (rows.isPresent() && known) {
            rows.get().batch(batch);
        }
    }

    private void beginning(SealedBatch batch, String place) {
        boolean genesis = batch.previous().equals(Hash.NONE);
        boolean released = lastRelease
                .filter(release ->
                        release.to() == batch.from() && release.link().equals(batch.previous()))
                .isPresent();
        if (whole && !released && !(genesis && lastRelease.isEmpty())) {
            report.tampered(place, "names a batch before it that is neither here nor released");
        }
    }

    /** Remembers that the chain goes through what the earlier export told, or reports that it does not. */
    private void through(long to, Hash link) {
        if (anchor.isPresent() && anchor.get().to() == to) {
            anchored = true;
            if (!anchor.get().link().equals(link)) {
                report.tampered(
                        partition.toString(),
                        "was written anew before offset " + to + ": the earlier export has another chain");
            }
        }
    }

    /** Compares the end of the chain with the head, and the chain with the earlier export. */
    void end() throws IOException, InterruptedException {
        if (rows.isPresent()) {
            rows.get().end();
        }
        if (whole) {
            compareHead();
        }
        anchor.ifPresent(this::compareAnchor);
    }

    private void compareHead() {
        long to = last != null ? last.to() : lastRelease.map(Release::to).orElse(head.to());
        Hash link = last != null ? last.link() : lastRelease.map(Release::link).orElse(Hash.NONE);
        if (!broken && (to != head.to() || (!headLost && !link.equals(head.link())))) {
            report.tampered(partition.toString(), "ends at " + to + ", but its head is at " + head.to());
        }
        if (!headLost && head.link().equals(Hash.NONE) && head.next() > 0) {
            report.note(
                    partition.toString(),
                    "begins at offset " + head.next() + " and has no evidence: if there ever was any, it was removed");
        }
        if (head.to() != head.next()) {
            report.tampered(
                    partition.toString(),
                    "is stored up to offset " + head.next() + ", but sealed up to " + head.to()
                            + ": evidence was removed");
        }
    }

    private void compareAnchor(EvidenceLine.Head earlier) {
        if (earlier.to() > head.to()) {
            report.tampered(
                    partition.toString(),
                    "ends at " + head.to() + ", but did at " + earlier.to()
                            + " in the earlier export: the newest batches were removed");
        } else if (!anchored
                && lastRelease.filter(release -> release.to() > earlier.to()).isPresent()) {
            report.note(
                    partition.toString(),
                    "cannot be compared with the earlier export, whose batches retention has let go: use a later one");
        } else if (!anchored && !whole) {
            report.note(partition.toString(), "was not compared: the earlier export ends outside of this one");
        } else if (!anchored) {
            report.tampered(
                    partition.toString(), "has no batch that ends at " + earlier.to() + ", as the earlier export has");
        }
    }
}
