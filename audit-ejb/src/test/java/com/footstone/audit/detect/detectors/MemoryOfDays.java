package com.footstone.audit.detect.detectors;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

import com.footstone.audit.model.anomaly.Subject;
import com.footstone.audit.sink.anomaly.Habit;
import com.footstone.audit.sink.anomaly.Presences;

/** Presences without a database, for tests of what detectors decide. Like the real ones, whose SQL has its own tests. */
public final class MemoryOfDays extends Presences {

    private record Key(String detector, Subject actor) {}

    private record Actor(Instant since, NavigableMap<LocalDate, Integer> days) {}

    private final Map<Key, Actor> actors = new HashMap<>();

    @Override
    public List<Visit> note(String detector, Collection<Visit> visits, Instant now) {
        return visits.stream()
                .filter(visit -> {
                    Actor actor = actors.computeIfAbsent(
                            new Key(detector, visit.actor()), key -> new Actor(now, new TreeMap<>()));
                    int known = actor.days().getOrDefault(visit.day(), 0);
                    int both = known | (1 << visit.hourOfDay());
                    actor.days().put(visit.day(), both);
                    return both != known;
                })
                .toList();
    }

    @Override
    public List<Habit> habits(String detector, Set<Day> asked, int days) {
        return asked.stream()
                .filter(day -> actors.containsKey(new Key(detector, day.actor())))
                .map(day -> habit(day, actors.get(new Key(detector, day.actor())), days))
                .toList();
    }

    /** How many actors are remembered. */
    int size() {
        return actors.size();
    }

    private static Habit habit(Day day, Actor actor, int days) {
        NavigableMap<LocalDate, Integer> before =
                actor.days().subMap(day.date().minusDays(days), true, day.date(), false);
        Predicate<LocalDate> weekend = MemoryOfDays::isWeekend;
        return new Habit(
                day.actor(),
                day.date(),
                actor.since(),
                before.size(),
                hours(before, weekend.negate()),
                hours(before, weekend));
    }

    private static boolean isWeekend(LocalDate day) {
        return Hours.isWeekend(day.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private static int hours(Map<LocalDate, Integer> days, Predicate<LocalDate> chosen) {
        return days.entrySet().stream()
                .filter(day -> chosen.test(day.getKey()))
                .map(Map.Entry::getValue)
                .reduce(0, (a, b) -> a | b);
    }
}
