package com.footstone.audit.detect.detectors;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.Dependent;

import com.footstone.audit.checking.Category;
import com.footstone.audit.checking.RuleInfo;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.config.Setting;
import com.footstone.audit.config.ValueType;
import com.footstone.audit.detect.Detector;
import com.footstone.audit.detect.Knowledge;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.anomaly.Anomaly;
import com.footstone.audit.model.anomaly.Subject;
import com.footstone.audit.query.ActivityQueries;
import com.footstone.audit.query.PlaceShape;
import com.footstone.audit.sink.anomaly.Acquaintances.Pair;
import com.footstone.audit.sink.anomaly.Encounter;
import com.footstone.audit.sink.anomaly.Habit;
import com.footstone.audit.sink.anomaly.Presences.Day;
import com.footstone.audit.sink.anomaly.Presences.Visit;

/** Finds places of an application, known for some time, whose statement suddenly does what it never did. */
@Dependent
public final class StructureDrift implements Detector {

    static final Setting<Duration> LEARNING = Setting.of(
            "checker.structureDrift.learning",
            ValueType.duration(ChronoUnit.HOURS, 0, 8760),
            "168",
            "How long the shapes of a place are only remembered, from the first on.");
    static final Setting<Integer> LEAST_DAYS = Setting.of(
            "checker.structureDrift.leastDays",
            ValueType.integer(1, 28, "days"),
            "3",
            "A place that executed something on fewer of the last 28 days has no usual shapes.");
    static final Setting<Long> SHAPES = Setting.of(
            "checker.structureDrift.shapes",
            ValueType.count(1, 10_000, "shapes"),
            "6",
            "A place with so many shapes makes its statements up, and one more is no news.");
    static final Setting<Long> PLACES = Setting.of(
            "checker.structureDrift.places",
            ValueType.count(1, 1_000_000, "places"),
            "10000",
            "An application that names so many places makes the names up, and none of them is looked at.");

    static final RuleInfo INFO = RuleInfo.of(
            "StructureDrift",
            "Statement of a changed structure",
            Severity.HIGH,
            Category.SECURITY,
            "A place of an application executed a statement that does what the statement of this place never did.",
            LEARNING,
            LEAST_DAYS,
            SHAPES,
            PLACES);

    private static final int DAYS = 28;

    /** Parts of all shapes of a place that are remembered; a place with more has had enough to be told by its shapes. */
    private static final long MOST_PARTS = 1000;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Look with(Thresholds thresholds) {
        Duration learning = thresholds.get(LEARNING);
        int leastDays = thresholds.get(LEAST_DAYS);
        long shapes = thresholds.get(SHAPES);
        Crowds applications = new Crowds(INFO.id(), thresholds.get(PLACES));
        return (window, knowledge) -> {
            List<PlaceShape> seen = knowledge.activity().placeShapes(window);
            List<PlaceShape> named = applications.small(seen, StructureDrift::membership, window.from(), knowledge);
            List<Drift> drifts = drifts(named, window.from(), shapes, knowledge).stream()
                    .filter(drift -> drift.isNews(window, learning, leastDays))
                    .toList();
            List<Anomaly> found = Drift.anomalies(drifts, window);
            return Worst.of(found, seen.size() > ActivityQueries.MOST_PAIRS);
        };
    }

    private static Optional<Pair> membership(PlaceShape shape) {
        return Optional.of(new Pair(shape.subject().through(""), shape.place()));
    }

    /** In what is remembered, the application's name for a statement stands where its fingerprint does otherwise. */
    private static Subject place(PlaceShape shape) {
        return shape.subject().through(shape.place());
    }

    private static List<Drift> drifts(List<PlaceShape> seen, Instant now, long shapes, Knowledge knowledge) {
        Set<Visit> visits = seen.stream()
                .map(shape -> new Visit(place(shape), now.truncatedTo(ChronoUnit.DAYS)))
                .collect(Collectors.toSet());
        knowledge.presences().note(INFO.id(), visits, now);
        Map<Pair, PlaceShape> byPair = seen.stream()
                .collect(Collectors.toMap(
                        shape -> new Pair(place(shape), shape.subject().fingerprint()), Function.identity()));
        List<Encounter> encounters = knowledge.acquaintances().meet(INFO.id(), byPair.keySet(), now, shapes);
        List<PlaceShape> news = encounters.stream()
                .map(one -> byPair.get(new Pair(one.actor(), one.thing())))
                .toList();
        Map<Subject, Set<Part>> parts = newParts(news, now, knowledge);
        Map<Subject, Habit> habits = habits(encounters, now, knowledge);
        return encounters.stream()
                .map(one -> {
                    PlaceShape shape = byPair.get(new Pair(one.actor(), one.thing()));
                    Set<Part> own = Part.of(shape);
                    own.retainAll(parts.getOrDefault(one.actor(), Set.of()));
                    return new Drift(shape, one, habits.get(one.actor()), own);
                })
                .toList();
    }

    private static Map<Subject, Set<Part>> newParts(List<PlaceShape> shapes, Instant now, Knowledge knowledge) {
        Map<Pair, Part> byPair = shapes.stream()
                .flatMap(shape ->
                        Part.of(shape).stream().map(part -> Map.entry(new Pair(place(shape), part.key()), part)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));
        return knowledge.acquaintances().meet(INFO.id() + ".part", byPair.keySet(), now, MOST_PARTS).stream()
                .collect(Collectors.groupingBy(
                        Encounter::actor,
                        Collectors.mapping(one -> byPair.get(new Pair(one.actor(), one.thing())), Collectors.toSet())));
    }

    private static Map<Subject, Habit> habits(List<Encounter> encounters, Instant now, Knowledge knowledge) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Set<Day> asked =
                encounters.stream().map(one -> new Day(one.actor(), today)).collect(Collectors.toSet());
        return knowledge.presences().habits(INFO.id(), asked, DAYS).stream()
                .collect(Collectors.toMap(Habit::actor, Function.identity()));
    }
}
