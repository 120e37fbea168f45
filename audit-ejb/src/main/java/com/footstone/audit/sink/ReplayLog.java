package com.footstone.audit.sink;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import com.footstone.audit.model.EventId;

/** Remembers which refused records were sent again, and lets one caller at a time send one. */
@Stateless
public class ReplayLog {

    /** Who finds the row locked does not wait for it. */
    private static final String LOCK = "select * from dead_letter_replay where source = :source for update skip locked";

    private static final String BEGIN = """
            insert into dead_letter_replay (source, letter, replayed_by, begun_at, target_topic, target_partition,
                                            target_offset, tries)
            values (:source, :letter, :by, :at, :topic, :partition, :offset, 0)
            on conflict (source) do nothing""";

    @PersistenceContext(unitName = "audit")
    private EntityManager entities;

    private final Clock clock = Clock.systemUTC();

    /**
     * Notes what is about to be sent, unless that was noted before.
     *
     * @param source what all letters of the record have in common
     * @param letter the letter
     * @param who asks for it
     * @param end where the partition ends that it will be sent to
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void begin(String source, EventId letter, String who, EventId end) {
        Instant now = clock.instant();
        entities.createNativeQuery(BEGIN)
                .setParameter("source", source)
                .setParameter("letter", letter.toString())
                .setParameter("by", who)
                .setParameter("at", now)
                .setParameter("topic", end.topic())
                .setParameter("partition", end.partition())
                .setParameter("offset", end.offset())
                .executeUpdate();
    }

    /**
     * Has a record sent that was noted, unless it was sent before. Nobody else sends it meanwhile.
     *
     * @param sending makes sure, once, that the record is in the partition at or after the offset that it is given, and
     *     says where. Whatever it throws leaves the note as it was
     * @return where the record is; nothing if somebody else is sending it
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<EventId> once(String source, UnaryOperator<EventId> sending) {
        List<?> rows = entities.createNativeQuery(LOCK, ReplayEntity.class)
                .setParameter("source", source)
                .getResultList();
        return rows.stream().findFirst().map(row -> sent((ReplayEntity) row, sending));
    }

    private EventId sent(ReplayEntity replay, UnaryOperator<EventId> sending) {
        if (replay.event() == null) {
            replay.tryOnce();
            // Fails if the connection, and with it the lock, is gone.
            entities.flush();
            replay.sentAs(sending.apply(replay.end()));
        }
        return replay.event();
    }
}
