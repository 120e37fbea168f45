package com.footstone.audit.sink;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;

import com.footstone.audit.sink.completeness.ProducerStore;

/** The one transaction by which PostgreSQL learns of a batch: all that is kept of it, and that its partition is past it. */
@Stateless
public class BatchStore {

    @EJB
    private IntakePositions positions;

    @EJB
    private FindingStore findings;

    @EJB
    private EvidenceStore evidence;

    @EJB
    private ProducerStore producers;

    @EJB
    private ExemptionCounts exemptions;

    /**
     * Keeps the batch and moves the partition past it, both or neither. Does nothing if an earlier try of the same owner
     * did so, and only its answer was lost.
     *
     * @param batch what ClickHouse holds of the range
     * @param epoch the ownership that the caller works under
     * @throws FencedException if the partition has a newer owner; nothing was written
     */
    public void keep(StoredBatch batch, long epoch) throws FencedException {
        if (positions.finish(batch.range(), epoch)) {
            evidence.seal(batch);
            findings.add(batch.events());
            producers.add(batch.events());
            exemptions.count(batch);
        }
    }
}
