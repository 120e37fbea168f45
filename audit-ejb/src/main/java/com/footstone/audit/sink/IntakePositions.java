package com.footstone.audit.sink;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

/**
 * Who owns a partition and how far it is stored. PostgreSQL decides, not Kafka: Kafka's committed offset follows for
 * others to see, and a consumer that was shut out of its group cannot write what the next owner writes too.
 */
@Stateless
public class IntakePositions {

    private static final String POLICY_IN_FORCE = "select version from policy_head";

    @PersistenceContext(unitName = "audit")
    private EntityManager entities;

    private final Clock clock = Clock.systemUTC();

    /**
     * Takes a partition over from whoever owned it.
     *
     * @return where to go on, or nothing if the partition was never seen; then {@link #begin} says where
     */
    public Optional<Position> take(String topic, int partition) {
        return Optional.ofNullable(locked(topic, partition)).map(PositionEntity::take);
    }

    /** Takes over a partition that was never seen, to be read from {@code offset}. */
    public Position begin(String topic, int partition, long offset) {
        PositionEntity entity = new PositionEntity(new PositionEntity.Key(topic, partition), offset, now());
        Position position = entity.take();
        entities.persist(entity);
        return position;
    }

    /**
     * Fixes, before anything is stored, which offsets are stored together and what they are judged by: now, and the
     * policy in force, which every instance thus goes by from its next batch on.
     *
     * @return how the range was first claimed; the same on each retry
     * @throws FencedException if the partition has a newer owner, or the range is not the one to store next
     */
    public Claim claim(BatchRange range, long epoch) throws FencedException {
        PositionEntity entity = owned(range, epoch);
        if (!entity.claim(range, new Claim(now(), policyInForce()))) {
            throw new FencedException(range, epoch);
        }
        return entity.claim();
    }

    /**
     * Moves past a range, in the transaction that stores what was found in it.
     *
     * @return whether it moved; if not, an earlier try of this owner did, whose answer was lost
     * @throws FencedException if the partition has a newer owner, or the range is not the one to store next
     */
    public boolean finish(BatchRange range, long epoch) throws FencedException {
        PositionEntity entity = owned(range, epoch);
        if (entity.finished(range)) {
            return false;
        }
        if (!entity.finish(range)) {
            throw new FencedException(range, epoch);
        }
        return true;
    }

    private long policyInForce() {
        return ((Number) entities.createNativeQuery(POLICY_IN_FORCE).getSingleResult()).longValue();
    }

    private PositionEntity owned(BatchRange range, long epoch) throws FencedException {
        PositionEntity entity = locked(range.topic(), range.partition());
        if (entity == null || !entity.ownedBy(epoch)) {
            throw new FencedException(range, epoch);
        }
        return entity;
    }

    private PositionEntity locked(String topic, int partition) {
        return entities.find(
                PositionEntity.class, new PositionEntity.Key(topic, partition), LockModeType.PESSIMISTIC_WRITE);
    }

    // PostgreSQL keeps microseconds; what is compared after a retry must have survived the round trip.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
