package com.footstone.audit.detect.detectors;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.footstone.audit.model.anomaly.Subject;
import com.footstone.audit.sink.anomaly.Acquaintances;
import com.footstone.audit.sink.anomaly.Encounter;

/** Acquaintances without a database, for tests of what detectors decide. Like the real ones, whose SQL has its own tests. */
public final class MemoryOfActors extends Acquaintances {

    private record Key(String detector, Subject actor) {}

    private record Actor(Instant since, Set<String> things) {}

    private final Map<Key, Actor> actors = new HashMap<>();

    @Override
    public List<Encounter> meet(String detector, Collection<Pair> pairs, Instant now, long most) {
        Map<Subject, List<Pair>> byActor = pairs.stream().collect(Collectors.groupingBy(Pair::actor));
        List<Encounter> news = new ArrayList<>();
        byActor.forEach((subject, own) -> {
            Actor actor = actors.computeIfAbsent(new Key(detector, subject), key -> new Actor(now, new HashSet<>()));
            long known = actor.things().size();
            if (known < most) {
                own.stream()
                        .filter(pair -> actor.things().add(pair.thing()))
                        .forEach(pair -> news.add(new Encounter(subject, pair.thing(), actor.since(), known)));
            }
        });
        return news;
    }

    @Override
    public Map<Subject, Long> known(String detector, Set<Subject> asked) {
        return asked.stream()
                .filter(subject -> actors.containsKey(new Key(detector, subject)))
                .collect(Collectors.toMap(subject -> subject, subject ->
                        (long) actors.get(new Key(detector, subject)).things().size()));
    }

    /** How many actors are remembered. */
    int size() {
        return actors.size();
    }
}
