package com.footstone.audit.sink.completeness;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.EntityManager;

import com.footstone.audit.sink.json.JsonRows;

/**
 * A producer that was silent is heard again.
 *
 * @param producer its row
 * @param firstSeen the first event since
 */
record SilenceEnd(long producer, Instant firstSeen) {

    private static final String END = """
            update producer_silence silence
            set until = greatest(silence.since, woken.first_seen), given_up = false
            from json_to_recordset(cast(:rows as json)) as woken (producer bigint, first_seen timestamptz)
            where silence.producer = woken.producer and (silence.until is null or silence.given_up)
            """;

    private static final String WAKE = """
            update producer set silent_since = null
            from json_to_recordset(cast(:rows as json)) as woken (producer bigint, first_seen timestamptz)
            where producer.id = woken.producer
            """;

    /** Puts down that silences are over; the caller holds the rows of the producers. */
    static void keep(EntityManager entities, List<SilenceEnd> ended) {
        if (ended.isEmpty()) {
            return;
        }
        String rows = JsonRows.of(ended, (json, one) -> {
            json.writeNumberField("producer", one.producer());
            json.writeStringField("first_seen", one.firstSeen().toString());
        });
        for (String sql : List.of(END, WAKE)) {
            entities.createNativeQuery(sql).setParameter("rows", rows).executeUpdate();
        }
    }
}
