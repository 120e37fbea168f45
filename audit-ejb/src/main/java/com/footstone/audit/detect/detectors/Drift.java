package com.footstone.audit.detect.detectors;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.footstone.audit.model.Severity;
import com.footstone.audit.model.anomaly.Anomaly;
import com.footstone.audit.model.anomaly.Subject;
import com.footstone.audit.model.anomaly.Window;
import com.footstone.audit.query.PlaceShape;
import com.footstone.audit.sink.anomaly.Encounter;
import com.footstone.audit.sink.anomaly.Habit;

/**
 * That a place executed a statement of another shape for the first time.
 *
 * @param shape the statement
 * @param encounter of the place and the shape
 * @param habit when the place executed anything
 * @param added what of the statement no other statement of the place had
 */
record Drift(PlaceShape shape, Encounter encounter, Habit habit, Set<Part> added) {

    /** Whether the place is known, and the shape has what was never there. A column more or less is a release. */
    boolean isNews(Window window, Duration learning, int leastDays) {
        return encounter.known() > 0 && !added.isEmpty() && habit.isSettled(window.from(), learning, leastDays);
    }

    /** The worst first; one for each statement, whichever places executed it. */
    static List<Anomaly> anomalies(List<Drift> drifts, Window window) {
        Map<Subject, List<Drift>> byStatement = drifts.stream()
                .sorted(Comparator.comparing(Drift::severity).reversed().thenComparing(drift -> drift.shape()
                        .place()))
                .collect(Collectors.groupingBy(drift -> drift.shape().subject()));
        return byStatement.values().stream()
                .map(same -> same.get(0).anomaly(window, same.size()))
                .sorted(Comparator.comparing(Anomaly::severity)
                        .thenComparing(Anomaly::degree)
                        .reversed())
                .toList();
    }

    private String natures() {
        return added.stream()
                .map(Part::nature)
                .distinct()
                .map(Part.Nature::text)
                .collect(Collectors.joining(", "));
    }

    private Severity severity() {
        return added.stream().map(Part::severity).reduce(Severity.LOW, Severity::max);
    }

    private Anomaly anomaly(Window window, int places) {
        return new Anomaly(
                StructureDrift.INFO.id(),
                shape.subject(),
                window,
                severity(),
                added.size(),
                "A place of the application executed a statement with what its statement never had: " + natures() + ".",
                Evidence.of(shape.executed())
                        .with("place", shape.place())
                        .with("places", places)
                        .names("added", added.stream().map(Part::name).toList())
                        .with("kind", shape.kind())
                        .with("executions", shape.executions())
                        .with("shapesKnown", encounter.known())
                        .with("daysKnown", habit.days())
                        .with("placeKnownSince", encounter.since().toString())
                        .values());
    }
}
