package com.footstone.audit.sink.completeness;

import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import com.footstone.audit.sink.json.JsonRows;

/** Keeps up to when each partition is known to be stored wholly. Any instance may ask for all partitions. */
@Stateless
public class MarkStore {

    private static final String KEEP = """
            insert into intake_mark as known (topic, partition, stored_until)
            select topic, partition, stored_until
            from json_to_recordset(cast(:rows as json)) as reached (
                topic text, partition integer, stored_until timestamptz)
            order by topic, partition
            on conflict (topic, partition) do update set
                stored_until = greatest(known.stored_until, excluded.stored_until)
            """;

    private static final String BEGIN = """
            insert into intake_state (topic, event_days) values (:topic, :days)
            on conflict (single) do update set topic = excluded.topic, event_days = excluded.event_days
            """;

    /** A partition of which nothing is known yet holds up the others. */
    private static final String ALL = """
            select case when count(*) = count(stored_until) then %s end
            from intake_position left join intake_mark using (topic, partition)
            where topic = :topic
            """.formatted(Columns.micros("min(stored_until)"));

    @PersistenceContext(unitName = "audit")
    private EntityManager entities;

    /**
     * Says what the intake is about, for those who ask how far it is.
     *
     * @param days how long events are kept
     */
    public void begin(String topic, int days) {
        entities.createNativeQuery(BEGIN)
                .setParameter("topic", topic)
                .setParameter("days", days)
                .executeUpdate();
    }

    /** Notes what was reached; a mark never goes back. */
    public void keep(Collection<Mark> reached) {
        if (!reached.isEmpty()) {
            String rows = JsonRows.of(reached, (json, mark) -> {
                json.writeStringField("topic", mark.topic());
                json.writeNumberField("partition", mark.partition());
                json.writeStringField("stored_until", mark.storedUntil().toString());
            });
            entities.createNativeQuery(KEEP).setParameter("rows", rows).executeUpdate();
        }
    }

    /** Up to when all that Kafka held of the topic is stored; empty as long as that is not known of each partition. */
    public Optional<Instant> storedUntil(String topic) {
        return Optional.ofNullable(Columns.time(
                entities.createNativeQuery(ALL).setParameter("topic", topic).getSingleResult()));
    }

    /**
     * What was reached in a partition.
     *
     * @param storedUntil whatever the partition held at that time is stored
     */
    public record Mark(String topic, int partition, Instant storedUntil) {

        public Mark {
            Objects.requireNonNull(topic, "topic is null");
            Objects.requireNonNull(storedUntil, "storedUntil is null");
        }
    }
}
