package com.footstone.audit.sink.anomaly;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import com.footstone.audit.model.anomaly.Subject;
import com.footstone.audit.sink.json.JsonRows;

/** Remembers how much actors did in each hour. */
@Stateless
public class Volumes {

    /** How long an hour is remembered. */
    public static final Duration KEPT = Duration.ofDays(90);

    /** Hours with less are forgotten when they are over: beside what is conspicuous they are nothing. */
    private static final long LITTLE_STATEMENTS = 50;

    private static final long LITTLE_ROWS = 5000;

    private static final String ADD = """
            with seen as (
                select actor.id, part.hour, part.statements, part.returned
                from json_to_recordset(cast(:rows as json)) as part (
                    subject text, hour timestamptz, statements bigint, returned bigint)
                join acquaintance_actor as actor on actor.detector = :detector and actor.subject = part.subject
            ), added as (
                insert into volume as known (actor, hour, statements, returned)
                select id, hour, statements, returned from seen
                on conflict (actor, hour) do update set
                    statements = known.statements + excluded.statements,
                    returned = known.returned + excluded.returned
                returning actor, hour, statements, returned
            )
            select actor.subject, cast(extract(epoch from actor.since) * 1000000 as bigint),
                cast(extract(epoch from added.hour) as bigint), added.statements, added.returned,
                coalesce(string_agg(concat_ws('/', cast(extract(epoch from added.hour - past.hour) as bigint) / 86400,
                    past.statements, past.returned), ',') filter (where past.hour is not null), '')
            from added join acquaintance_actor as actor on actor.id = added.actor
            left join lateral (
                select known.hour, known.statements, known.returned
                from generate_series(1, cast(:days as integer)) as day
                join volume as known
                    on known.actor = added.actor and known.hour = added.hour - day * interval '24 hours'
            ) as past on true
            where added.statements >= :statements or added.returned >= :returned
            group by actor.id, actor.subject, actor.since, added.hour, added.statements, added.returned
            """;

    private static final String FORGET = """
            delete from volume where ctid = any (array(
                select ctid from volume
                where hour < cast(:before as timestamptz)
                    or (hour >= cast(:over as timestamptz) - interval '2 days' and hour < cast(:over as timestamptz)
                        and statements < :statements and returned < :returned)
                limit :most))
            """;

    @PersistenceContext(unitName = "audit")
    private EntityManager entities;

    /**
     * What was seen of an actor's hour.
     *
     * @param actor who
     * @param hour its beginning
     * @param statements executions
     * @param rows rows that were returned, as far as producers tell
     */
    public record Amount(Subject actor, Instant hour, long statements, long rows) {}

    /**
     * All of an actor's hour so far, and the same hour of the days before.
     *
     * @param total what was seen of the hour
     * @param since when the actor was first heard of
     * @param before what is remembered of the day so many days before; little is not
     */
    public record Hour(Amount total, Instant since, Map<Long, Amount> before) {

        public Hour {
            before = Map.copyOf(before);
        }
    }

    /**
     * Adds to the hours of actors, in the transaction that judges the window in which it was seen.
     *
     * @param detector who asks; detectors do not share what they know
     * @param amounts what was seen, of each hour of an actor once
     * @param now when an actor that is new was first heard of
     * @param days how many days before are told of
     * @param leastStatements only hours are told of that have so many by now
     * @param leastRows or so many rows
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public List<Hour> add(
            String detector, Collection<Amount> amounts, Instant now, int days, long leastStatements, long leastRows) {
        if (amounts.isEmpty()) {
            return List.of();
        }
        Map<String, Subject> actors = new HashMap<>();
        String rows = JsonRows.of(amounts, (json, amount) -> {
            String actor = Keys.of(amount.actor());
            actors.put(actor, amount.actor());
            json.writeStringField("subject", actor);
            json.writeStringField("hour", amount.hour().toString());
            json.writeNumberField("statements", amount.statements());
            json.writeNumberField("returned", amount.rows());
        });
        Actors.introduce(entities, detector, now, rows);
        List<?> hours = entities.createNativeQuery(ADD, Object[].class)
                .setParameter("detector", detector)
                .setParameter("rows", rows)
                .setParameter("days", days)
                .setParameter("statements", leastStatements)
                .setParameter("returned", leastRows)
                .getResultList();
        return hours.stream()
                .map(Object[].class::cast)
                .map(row -> hour(row, actors))
                .toList();
    }

    /**
     * Forgets hours of long ago, and those of the days before with little in them.
     *
     * @return whether that was all; if not, there is more to forget
     */
    public boolean forget(Instant now) {
        int forgotten = entities.createNativeQuery(FORGET)
                .setParameter("before", now.minus(KEPT).toString())
                .setParameter("over", now.minus(1, ChronoUnit.DAYS).toString())
                .setParameter("statements", LITTLE_STATEMENTS)
                .setParameter("returned", LITTLE_ROWS)
                .setParameter("most", Actors.MOST_FORGOTTEN)
                .executeUpdate();
        return forgotten < Actors.MOST_FORGOTTEN;
    }

    private static Hour hour(Object[] row, Map<String, Subject> actors) {
        Amount total = new Amount(
                actors.get((String) row[0]),
                Instant.ofEpochSecond(Actors.number(row[2])),
                Actors.number(row[3]),
                Actors.number(row[4]));
        return new Hour(total, Actors.time(row[1]), before(total, (String) row[5]));
    }

    private static Map<Long, Amount> before(Amount total, String days) {
        Map<Long, Amount> before = new HashMap<>();
        for (String day : days.isEmpty() ? new String[0] : days.split(",", -1)) {
            String[] parts = day.split("/", -1);
            long ago = Long.parseLong(parts[0]);
            before.put(
                    ago,
                    new Amount(
                            total.actor(),
                            total.hour().minus(ago, ChronoUnit.DAYS),
                            Long.parseLong(parts[1]),
                            Long.parseLong(parts[2])));
        }
        return before;
    }
}
