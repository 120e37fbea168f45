package com.footstone.audit.sink.anomaly;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import com.footstone.audit.model.anomaly.Subject;
import com.footstone.audit.sink.json.JsonRows;

/** Remembers who had to do with what, and so tells what is new. */
@Stateless
public class Acquaintances {

    /** The last select sees the actors as they were before. */
    private static final String MEET = """
            with seen as (
                select distinct actor.id, thing
                from json_to_recordset(cast(:rows as json)) as pair (subject text, thing text)
                join acquaintance_actor as actor on actor.detector = :detector and actor.subject = pair.subject
                where actor.things < :most
            ), met as (
                insert into acquaintance (actor, thing) select id, thing from seen
                on conflict (actor, thing) do nothing
                returning actor, thing
            ), counted as (
                update acquaintance_actor as actor set things = actor.things + news.number
                from (select met.actor, count(*) as number from met group by met.actor) as news
                where actor.id = news.actor
            )
            select actor.subject, met.thing, cast(extract(epoch from actor.since) * 1000000 as bigint), actor.things
            from met join acquaintance_actor as actor on actor.id = met.actor
            """;

    private static final String KNOWN = """
            select actor.subject, actor.things
            from json_to_recordset(cast(:rows as json)) as asked (subject text)
            join acquaintance_actor as actor on actor.detector = :detector and actor.subject = asked.subject
            """;

    private static final String FORGET = "delete from acquaintance_actor where heard_at < cast(:before as timestamptz)";

    @PersistenceContext(unitName = "audit")
    private EntityManager entities;

    /** Somebody who had to do with something. */
    public record Pair(Subject actor, String thing) {}

    /**
     * Remembers pairs, in the transaction that judges the window in which they were seen.
     *
     * @param detector who asks; detectors do not share what they know
     * @param pairs who had to do with what
     * @param now when an actor that is new was first heard of
     * @param most things that are remembered of an actor; of one with more, nothing is told any more
     * @return the pairs that are new
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public List<Encounter> meet(String detector, Collection<Pair> pairs, Instant now, long most) {
        if (pairs.isEmpty()) {
            return List.of();
        }
        Map<String, Subject> actors = new HashMap<>();
        Map<String, String> things = new HashMap<>();
        String rows = JsonRows.of(pairs, (json, pair) -> {
            String actor = Keys.of(pair.actor());
            String thing = Keys.of(pair.thing());
            actors.put(actor, pair.actor());
            things.put(thing, pair.thing());
            json.writeStringField("subject", actor);
            json.writeStringField("thing", thing);
        });
        Actors.introduce(entities, detector, now, rows);
        List<?> news = entities.createNativeQuery(MEET, Object[].class)
                .setParameter("detector", detector)
                .setParameter("rows", rows)
                .setParameter("most", most)
                .getResultList();
        return news.stream()
                .map(Object[].class::cast)
                .map(row -> new Encounter(
                        actors.get((String) row[0]),
                        things.get((String) row[1]),
                        Actors.time(row[2]),
                        Actors.number(row[3])))
                .toList();
    }

    /** How many things are remembered of actors; of those who are not known there is no entry. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Map<Subject, Long> known(String detector, Set<Subject> actors) {
        if (actors.isEmpty()) {
            return Map.of();
        }
        Map<String, Subject> byKey = actors.stream().collect(Collectors.toMap(Keys::of, Function.identity()));
        List<?> rows = entities.createNativeQuery(KNOWN, Object[].class)
                .setParameter("detector", detector)
                .setParameter("rows", JsonRows.of(byKey.keySet(), (json, key) -> json.writeStringField("subject", key)))
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .collect(Collectors.toMap(row -> byKey.get((String) row[0]), row -> Actors.number(row[1])));
    }

    /** Forgets actors who have not been seen since a time, and what is known of them. */
    public void forget(Instant before) {
        entities.createNativeQuery(FORGET)
                .setParameter("before", before.toString())
                .executeUpdate();
    }
}
