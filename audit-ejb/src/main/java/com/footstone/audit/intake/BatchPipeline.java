package com.footstone.audit.intake;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import com.footstone.audit.intake.IntakeMetrics.Stage;
import com.footstone.audit.model.policy.Policy;
import com.footstone.audit.query.StoredRows;
import com.footstone.audit.sink.BatchRange;
import com.footstone.audit.sink.BatchRows;
import com.footstone.audit.sink.BatchStore;
import com.footstone.audit.sink.Claim;
import com.footstone.audit.sink.EventStore;
import com.footstone.audit.sink.FencedException;
import com.footstone.audit.sink.IntakePositions;
import com.footstone.audit.sink.StoredBatch;

/**
 * Takes a batch through all steps, in the order of {@code docs/adr/0002-delivery.md}: claim, quarantine, ClickHouse,
 * PostgreSQL. Each step may be repeated without harm, and is, until it succeeds or the partition has another owner.
 */
@ApplicationScoped
public class BatchPipeline {

    private static final System.Logger LOG = System.getLogger(BatchPipeline.class.getName());

    @Inject
    private Instance<IntakePositions> positions;

    @Inject
    private Instance<BatchStore> batches;

    @Inject
    private EventStore events;

    @Inject
    private StoredRows rows;

    @Inject
    private Policies policies;

    @Inject
    private Quarantine quarantine;

    @Inject
    private BatchAuditor auditor;

    @Inject
    private IntakeMetrics metrics;

    @Inject
    private IntakeStatus status;

    @Inject
    private BatchTraces traces;

    /**
     * Stores the batch, however long it takes.
     *
     * @return whether both stores hold it; if not, the partition has another owner, which will see to it
     */
    boolean store(PartitionBatch batch) {
        Persistent steps = new Persistent(batch, status, metrics, traces.enabled());
        try {
            Claimed claimed = steps.take(Stage.CLAIM, () -> claim(batch));
            Instant receivedAt = claimed.at();
            AuditedBatch audited = steps.take(Stage.AUDIT, () -> auditor.audit(batch, claimed.policy(), receivedAt));
            BatchLetters letters = quarantine.letters(batch, receivedAt, audited.refused());
            steps.run(Stage.QUARANTINE, () -> letters.keep(() -> positions.get().claim(batch.range(), batch.epoch())));
            BatchRows written = steps.take(Stage.ROWS, () -> BatchRows.of(batch.range(), receivedAt, audited.events()));
            steps.run(Stage.CLICKHOUSE, () -> events.insert(written));
            StoredBatch stored =
                    batch.recovered() ? steps.take(Stage.CLICKHOUSE, () -> readBack(written.batch())) : written.batch();
            steps.run(Stage.POSTGRESQL, () -> batches.get().keep(stored, batch.epoch()));
            metrics.stored(audited);
            traces.stored(audited, steps.times());
            return true;
        } catch (FencedException | AbandonedException e) {
            LOG.log(System.Logger.Level.INFO, e.getMessage());
            return false;
        }
    }

    /** What a batch is judged by. */
    private record Claimed(Instant at, Policy policy) {}

    private Claimed claim(PartitionBatch batch) throws FencedException {
        Claim claim = positions.get().claim(batch.range(), batch.epoch());
        return new Claimed(claim.at(), policies.version(claim.policy()));
    }

    /**
     * What ClickHouse holds of a batch that was begun before. That may be the rows of an earlier try with other verdicts,
     * since statements are parsed under a budget and the program or its configuration may have changed: what is there is
     * what counts.
     */
    private StoredBatch readBack(StoredBatch written) {
        BatchRange range = written.range();
        return Recovery.of(written, rows.of(range.topic(), range.partition(), range.from(), range.to()));
    }
}
