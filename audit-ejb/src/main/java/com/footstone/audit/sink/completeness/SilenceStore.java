package com.footstone.audit.sink.completeness;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Keeps when producers were silent. Several instances may look at the same time: a silence is put down once. */
@Stateless
public class SilenceStore {

    /** Rows that somebody else holds are passed over: whoever is being heard is not silent, the others wait a turn. */
    private static final String BEGIN = """
            with quiet as (
                select id, last_seen from producer
                where silent_since is null and heard_at < cast(:heard as timestamptz)
                order by key for update skip locked
            ), marked as (
                update producer set silent_since = quiet.last_seen from quiet where producer.id = quiet.id
            )
            insert into producer_silence (producer, since) select id, last_seen from quiet
            on conflict (producer, since) do update set until = null, given_up = false
            """;

    private static final String GIVE_UP = """
            with long_quiet as (
                select silence.producer, silence.since
                from producer_silence silence join producer on producer.id = silence.producer
                where silence.until is null and producer.heard_at < cast(:heard as timestamptz)
                for update of silence skip locked
            )
            update producer_silence silence set until = cast(:now as timestamptz), given_up = true
            from long_quiet where silence.producer = long_quiet.producer and silence.since = long_quiet.since
            """;

    private static final List<String> FORGET = List.of(
            """
            delete from producer where id in (
                select id from producer where heard_at < cast(:before as timestamptz) order by key
                for update skip locked)
            """,
            "delete from producer_gap where to_time < cast(:before as timestamptz)",
            "delete from producer_drop where to_time < cast(:before as timestamptz)",
            "delete from producer_silence where until < cast(:before as timestamptz) and not given_up");

    @PersistenceContext(unitName = "audit")
    private EntityManager entities;

    /**
     * Puts down who is silent, and gives those up who are for long.
     *
     * @param storedUntil up to when all that Kafka held is stored: what was sent later may not have arrived
     * @param silence for how long a producer may send nothing
     * @param givenUp for how long a silent producer counts as silent now
     */
    public void look(Instant storedUntil, Duration silence, Duration givenUp) {
        Instant heard = storedUntil.minus(silence);
        entities.createNativeQuery(BEGIN)
                .setParameter("heard", heard.toString())
                .executeUpdate();
        entities.createNativeQuery(GIVE_UP)
                .setParameter("heard", heard.minus(givenUp).toString())
                .setParameter("now", storedUntil.toString())
                .executeUpdate();
    }

    /** Forgets producers of whom nothing was heard since, and what happened before: their events are gone as well. */
    public void forget(Instant before) {
        for (String sql : FORGET) {
            entities.createNativeQuery(sql)
                    .setParameter("before", before.toString())
                    .executeUpdate();
        }
    }
}
