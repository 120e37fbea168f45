package com.footstone.audit.sink;

import java.util.List;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;

import com.footstone.audit.model.AuditedEvent;

/** The one transaction by which PostgreSQL learns of a batch: all that is kept of it, and that its partition is past it. */
@Stateless
public class BatchStore {

    @EJB
    private IntakePositions positions;

    @EJB
    private FindingStore findings;

    /**
     * Keeps the batch and moves the partition past it, both or neither. Does nothing if an earlier try of the same owner
     * did so, and only its answer was lost.
     *
     * @param range the offsets of the batch, quarantined ones included
     * @param epoch the ownership that the caller works under
     * @param events the events of the batch that could be read
     * @throws FencedException if the partition has a newer owner; nothing was written
     */
    public void keep(BatchRange range, long epoch, List<AuditedEvent> events) throws FencedException {
        if (positions.finish(range, epoch)) {
            findings.add(events);
        }
    }
}
