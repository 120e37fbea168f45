package com.footstone.audit.verify;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import com.footstone.audit.model.evidence.Release;
import com.footstone.audit.model.evidence.document.EvidenceLine;

/**
 * Looks for rows that no batch of a whole export is about. Rows may be newer than the export, and the service may have been
 * storing some just then; all others were put there by somebody else.
 */
final class OutsideCheck {

    /** How far the clocks of the service's instances, and that of this machine, may be apart. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

    private static final String RECEIVED = "toUnixTimestamp64Milli(received_at)";

    private final ClickHouse clickHouse;
    private final long exported;
    private final long now;
    private final Report report;

    OutsideCheck(ClickHouse clickHouse, Instant exportedAt, Clock clock, Report report) {
        this.clickHouse = clickHouse;
        this.exported = exportedAt.minus(CLOCKS_APART).toEpochMilli();
        this.now = clock.instant().plus(CLOCKS_APART).toEpochMilli();
        this.report = report;
    }

    /**
     * Looks before and after a partition's batches.
     *
     * @param start first offset of the first batch that is not released
     */
    void around(EvidenceLine.Head head, long start, Optional<Release> released)
            throws IOException, InterruptedException {
        Partition partition = new Partition(head.topic(), head.partition());
        long releasedBefore =
                released.map(release -> release.receivedBefore().toEpochMilli()).orElse(Long.MIN_VALUE);
        report(
                partition,
                "offset < {start:Int64} AND " + RECEIVED + " >= {received:Int64}",
                Map.of("start", start, "received", releasedBefore),
                "are older than every batch, and retention released none such");
        after(partition, head.to(), head.claimed());
    }

    /** Looks from an offset on, without what was being stored up to another. */
    void after(Partition partition, long sealed, long claimed) throws IOException, InterruptedException {
        Map<String, Object> bounds = Map.of("from", Math.max(sealed, claimed), "exported", exported, "now", now);
        String beyond = "offset >= {from:Int64} AND ";
        report(
                partition,
                beyond + "(" + RECEIVED + " < {exported:Int64} OR " + RECEIVED + " > {now:Int64})",
                bounds,
                "are beyond the last batch and not newer than the export");
        note(
                partition,
                beyond + RECEIVED + " >= {exported:Int64} AND " + RECEIVED + " <= {now:Int64}",
                bounds,
                "rows are newer than the export: export again to verify them");
        String claim = "offset >= {sealed:Int64} AND offset < {claimed:Int64} AND ";
        Map<String, Object> unsealed =
                Map.of("sealed", sealed, "claimed", Math.max(sealed, claimed), "exported", exported);
        note(
                partition,
                claim + RECEIVED + " >= {exported:Int64}",
                unsealed,
                "rows were being stored when the export was made: export again to verify them");
        ClickHouse.Extent unfinished = clickHouse.extent(
                partition.topic(), partition.number(), claim + RECEIVED + " < {exported:Int64}", unsealed);
        if (unfinished.rows() > 0) {
            report.undecided(
                    partition.toString(),
                    unfinished.rows()
                            + " rows are of a batch that the service had not finished when the export was made: offsets "
                            + unfinished.first() + " to " + unfinished.last()
                            + ". Let it finish and export again; if they stay, somebody else put them there");
        }
    }

    private void report(Partition partition, String condition, Map<String, Object> values, String what)
            throws IOException, InterruptedException {
        ClickHouse.Extent found = clickHouse.extent(partition.topic(), partition.number(), condition, values);
        if (found.rows() > 0) {
            report.tampered(
                    partition.toString(),
                    found.rows() + " rows " + what + ": offsets " + found.first() + " to " + found.last());
        }
    }

    private void note(Partition partition, String condition, Map<String, Object> values, String what)
            throws IOException, InterruptedException {
        ClickHouse.Extent found = clickHouse.extent(partition.topic(), partition.number(), condition, values);
        if (found.rows() > 0) {
            report.note(partition.toString(), found.rows() + " " + what);
        }
    }
}
