package com.footstone.audit.sink.anomaly;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import com.footstone.audit.model.anomaly.Subject;
import com.footstone.audit.sink.json.JsonRows;

/** Remembers who was there when: an hour is a bit, a day of an actor a row. */
@Stateless
public class Presences {

    /** How long a day is remembered. */
    public static final Duration KEPT = Duration.ofDays(90);

    private static final int HOURS = 24;

    /** The select sees the days as they were before. */
    private static final String NOTE = """
            with seen as (
                select actor.id, actor.subject, visit.day, visit.hours
                from json_to_recordset(cast(:rows as json)) as visit (subject text, day date, hours integer)
                join acquaintance_actor as actor on actor.detector = :detector and actor.subject = visit.subject
            ), news as (
                select seen.id, seen.subject, seen.day, seen.hours & (~ coalesce(known.hours, 0)) as hours
                from seen left join presence as known on known.actor = seen.id and known.day = seen.day
                where (seen.hours & (~ coalesce(known.hours, 0))) <> 0
            ), noted as (
                insert into presence as known (actor, day, hours) select id, day, hours from news
                on conflict (actor, day) do update set hours = known.hours | excluded.hours
            )
            select subject, cast(day as text), hours from news
            """;

    private static final String HABITS = """
            select actor.subject, cast(asked.day as text), cast(extract(epoch from actor.since) * 1000000 as bigint),
                count(known.day),
                coalesce(bit_or(known.hours) filter (where extract(isodow from known.day) < 6), 0),
                coalesce(bit_or(known.hours) filter (where extract(isodow from known.day) >= 6), 0)
            from json_to_recordset(cast(:rows as json)) as asked (subject text, day date)
            join acquaintance_actor as actor on actor.detector = :detector and actor.subject = asked.subject
            left join presence as known on known.actor = actor.id
                and known.day < asked.day and known.day >= asked.day - cast(:days as integer)
            group by actor.id, actor.subject, actor.since, asked.day
            """;

    private static final String FORGET = """
            delete from presence where ctid = any (array(
                select ctid from presence where day < cast(:before as date) limit :most))
            """;

    @PersistenceContext(unitName = "audit")
    private EntityManager entities;

    /** Somebody who was there in an hour, which begins at a time. */
    public record Visit(Subject actor, Instant hour) {

        public Visit {
            hour = hour.truncatedTo(ChronoUnit.HOURS);
        }

        /** The day that the hour belongs to, in UTC. */
        public LocalDate day() {
            return LocalDate.ofInstant(hour, ZoneOffset.UTC);
        }

        /** The number of the hour in its day, from 0. */
        public int hourOfDay() {
            return hour.atOffset(ZoneOffset.UTC).getHour();
        }
    }

    /** Somebody on a day. */
    public record Day(Subject actor, LocalDate date) {}

    /**
     * Remembers visits, in the transaction that judges the window in which they were seen.
     *
     * @param detector who asks; detectors do not share what they know
     * @param visits who was there when
     * @param now when an actor that is new was first heard of
     * @return the visits of an hour in which the actor was not seen before
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public List<Visit> note(String detector, Collection<Visit> visits, Instant now) {
        if (visits.isEmpty()) {
            return List.of();
        }
        Map<Day, Integer> hours = visits.stream()
                .collect(Collectors.toMap(
                        visit -> new Day(visit.actor(), visit.day()),
                        visit -> 1 << visit.hourOfDay(),
                        (a, b) -> a | b));
        Map<String, Subject> actors = new HashMap<>();
        String rows = JsonRows.of(hours.entrySet(), (json, entry) -> {
            json.writeStringField("subject", key(entry.getKey().actor(), actors));
            json.writeStringField("day", entry.getKey().date().toString());
            json.writeNumberField("hours", entry.getValue());
        });
        Actors.introduce(entities, detector, now, rows);
        List<?> news = entities.createNativeQuery(NOTE, Object[].class)
                .setParameter("detector", detector)
                .setParameter("rows", rows)
                .getResultList();
        return news.stream()
                .map(Object[].class::cast)
                .flatMap(row -> visits(
                        actors.get((String) row[0]), LocalDate.parse((String) row[1]), (int) Actors.number(row[2])))
                .toList();
    }

    /**
     * When actors were seen in the days before some days; nothing of those who are not known.
     *
     * @param asked the actors, each with the day
     * @param days how many days before it, of those that are remembered
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public List<Habit> habits(String detector, Set<Day> asked, int days) {
        if (asked.isEmpty()) {
            return List.of();
        }
        Map<String, Subject> actors = new HashMap<>();
        String rows = JsonRows.of(asked, (json, day) -> {
            json.writeStringField("subject", key(day.actor(), actors));
            json.writeStringField("day", day.date().toString());
        });
        List<?> habits = entities.createNativeQuery(HABITS, Object[].class)
                .setParameter("detector", detector)
                .setParameter("rows", rows)
                .setParameter("days", days)
                .getResultList();
        return habits.stream()
                .map(Object[].class::cast)
                .map(row -> new Habit(
                        actors.get((String) row[0]),
                        LocalDate.parse((String) row[1]),
                        Actors.time(row[2]),
                        Actors.number(row[3]),
                        (int) Actors.number(row[4]),
                        (int) Actors.number(row[5])))
                .toList();
    }

    /**
     * Forgets the days before that of a time.
     *
     * @return whether that was all; if not, there is more to forget
     */
    public boolean forget(Instant before) {
        int forgotten = entities.createNativeQuery(FORGET)
                .setParameter(
                        "before", LocalDate.ofInstant(before, ZoneOffset.UTC).toString())
                .setParameter("most", Actors.MOST_FORGOTTEN)
                .executeUpdate();
        return forgotten < Actors.MOST_FORGOTTEN;
    }

    private static String key(Subject actor, Map<String, Subject> actors) {
        String key = Keys.of(actor);
        actors.put(key, actor);
        return key;
    }

    private static Stream<Visit> visits(Subject actor, LocalDate day, int hours) {
        return IntStream.range(0, HOURS)
                .filter(hour -> ((hours >> hour) & 1) != 0)
                .mapToObj(hour -> new Visit(actor, day.atTime(hour, 0).toInstant(ZoneOffset.UTC)));
    }
}
