package com.footstone.audit.sink.anomaly;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.persistence.EntityManager;

/** The rows of those of whom something is remembered. */
final class Actors {

    /** Rows that are forgotten in one transaction: what takes longer than a connection waits is never done. */
    static final int MOST_FORGOTTEN = 20_000;

    /** Rows of those who are known change once a day, not with every window. */
    private static final String INTRODUCE = """
            insert into acquaintance_actor as known (detector, subject, since, heard_at)
            select distinct :detector, subject, cast(:now as timestamptz), cast(:now as timestamptz)
            from json_to_recordset(cast(:rows as json)) as pair (subject text)
            on conflict (detector, subject) do update set heard_at = excluded.heard_at
                where known.heard_at < excluded.heard_at - interval '1 day'
            """;

    private Actors() {}

    /**
     * Sees to it that actors have a row.
     *
     * @param rows a JSON array of objects, each with an actor's hash in the field {@code subject}
     */
    static void introduce(EntityManager entities, String detector, Instant now, String rows) {
        entities.createNativeQuery(INTRODUCE)
                .setParameter("detector", detector)
                .setParameter("now", now.toString())
                .setParameter("rows", rows)
                .executeUpdate();
    }

    static Instant time(Object micros) {
        return Instant.EPOCH.plus(number(micros), ChronoUnit.MICROS);
    }

    static long number(Object value) {
        return ((Number) value).longValue();
    }
}
