package com.footstone.audit.detect.detectors;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.footstone.audit.model.anomaly.Subject;
import com.footstone.audit.sink.anomaly.Volumes;

/** Volumes without a database, for tests of what detectors decide. Like the real ones, whose SQL has its own tests. */
public final class MemoryOfVolumes extends Volumes {

    private record Key(String detector, Subject actor) {}

    private record Actor(Instant since, Map<Instant, Amount> hours) {}

    private final Map<Key, Actor> actors = new HashMap<>();

    @Override
    public List<Hour> add(
            String detector, Collection<Amount> amounts, Instant now, int days, long leastStatements, long leastRows) {
        return amounts.stream()
                .map(amount -> added(new Key(detector, amount.actor()), amount, now, days))
                .filter(hour -> hour.total().statements() >= leastStatements
                        || hour.total().rows() >= leastRows)
                .toList();
    }

    private Hour added(Key key, Amount amount, Instant now, int days) {
        Actor actor = actors.computeIfAbsent(key, any -> new Actor(now, new HashMap<>()));
        Amount total = actor.hours()
                .merge(
                        amount.hour(),
                        amount,
                        (a, b) ->
                                new Amount(a.actor(), a.hour(), a.statements() + b.statements(), a.rows() + b.rows()));
        Map<Long, Amount> before = new HashMap<>();
        for (long day = 1; day <= days; day++) {
            Amount known = actor.hours().get(total.hour().minus(day, ChronoUnit.DAYS));
            if (known != null) {
                before.put(day, known);
            }
        }
        return new Hour(total, actor.since(), before);
    }
}
