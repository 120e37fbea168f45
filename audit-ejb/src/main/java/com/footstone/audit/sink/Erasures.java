package com.footstone.audit.sink;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;

import com.footstone.audit.model.EventId;
import com.footstone.audit.model.evidence.Erasure;
import com.footstone.audit.model.evidence.Hash;
import com.footstone.audit.model.evidence.Seal;
import com.footstone.audit.signing.Signatory;

/** Keeps the tombstones of erased events, and what is still to be done about them. */
@Stateless
public class Erasures {

    private static final String SEALED =
            "select 1 from intake_position where topic = :topic and partition = :partition and next_offset > :offset";

    private static final String FORMAT = """
            select format from evidence_batch
            where topic = :topic and partition = :partition and from_offset <= :offset and to_offset > :offset
            """;

    private static final String KNOWN =
            "select 1 from evidence_erasure where topic = :topic and partition = :partition and event_offset = :offset";

    private static final String KEEP = """
            insert into evidence_erasure (topic, partition, event_offset, leaf, reason, erased_by, erased_at, key_id,
                                          signature)
            values (:topic, :partition, :offset, :leaf, :reason, :by, cast(:at as timestamptz), :key, :signature)
            on conflict do nothing
            """;

    /** The example is of the execution that is erased; the counts are not. */
    private static final String FORGET_EXAMPLES = """
            update finding set example_sql = '', example_message = 'The example was erased', example_evidence = '{}'
            where example_event = :event
            """;

    private static final String PENDING = """
            select topic, partition, event_offset from evidence_erasure where gone_at is null
            order by erased_at limit 100
            """;

    private static final String GONE = """
            update evidence_erasure set gone_at = cast(:at as timestamptz)
            where topic = :topic and partition = :partition and event_offset = :offset
            """;

    @PersistenceContext(unitName = "audit")
    private EntityManager entities;

    @Inject
    private Signatory signatory;

    private final Clock clock = Clock.systemUTC();

    /** Whether the batch of an event is sealed; until then its row must stay, to be sealed with the others. */
    public boolean sealed(EventId event) {
        return !of(SEALED, event).getResultList().isEmpty();
    }

    /** The version of the row format that the batch of an event was sealed in; nothing if there is no such batch. */
    public Optional<Integer> format(EventId event) {
        List<?> formats = of(FORMAT, event).getResultList();
        return formats.stream().map(format -> ((Number) format).intValue()).findFirst();
    }

    /** Whether an event has a tombstone. */
    public boolean known(EventId event) {
        return !of(KNOWN, event).getResultList().isEmpty();
    }

    /** Keeps a tombstone, and takes the event's text out of the findings. The first tombstone of an event stays. */
    public void keep(EventId event, Hash leaf, String reason, String by) {
        Erasure erasure = new Erasure(event, leaf, reason, by, now());
        Seal seal = signatory.sign(erasure);
        of(KEEP, event)
                .setParameter("leaf", leaf.bytes())
                .setParameter("reason", reason)
                .setParameter("by", by)
                .setParameter("at", erasure.at().toString())
                .setParameter("key", seal.keyId())
                .setParameter("signature", seal.signature())
                .executeUpdate();
        entities.createNativeQuery(FORGET_EXAMPLES)
                .setParameter("event", event.toString())
                .executeUpdate();
    }

    /** The oldest events that ClickHouse may still have. */
    public List<EventId> pending() {
        List<?> rows = entities.createNativeQuery(PENDING, Object[].class).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new EventId((String) row[0], ((Number) row[1]).intValue(), ((Number) row[2]).longValue()))
                .toList();
    }

    /** Remembers that ClickHouse does not have an event any more. */
    public void gone(EventId event) {
        of(GONE, event).setParameter("at", now().toString()).executeUpdate();
    }

    private Query of(String sql, EventId event) {
        return entities.createNativeQuery(sql)
                .setParameter("topic", event.topic())
                .setParameter("partition", event.partition())
                .setParameter("offset", event.offset());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
