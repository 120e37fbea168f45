package com.footstone.audit.detect.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.detect.Detector;
import com.footstone.audit.detect.Knowledge;
import com.footstone.audit.detect.detectors.MemoryOfActors;
import com.footstone.audit.detect.detectors.MemoryOfDays;
import com.footstone.audit.detect.detectors.MemoryOfVolumes;
import com.footstone.audit.model.anomaly.Anomaly;
import com.footstone.audit.model.anomaly.Subject;
import com.footstone.audit.model.anomaly.Window;

/** Has detectors live through weeks, window by window, and keeps what they find as the service does. */
final class Weeks {

    static final int LEARNED = 4;
    static final int COUNTED = 8;

    private static final Duration STEP = Duration.ofMinutes(10);

    private record Key(String detector, Subject subject) {}

    private final List<Plant> plants;
    private final SimulatedActivity activity = new SimulatedActivity();
    private final Knowledge knowledge =
            new Knowledge(activity, new MemoryOfActors(), new MemoryOfDays(), new MemoryOfVolumes());
    private final Map<Key, Instant> last = new HashMap<>();
    private final List<Anomaly> told = new ArrayList<>();
    private long statements;

    private Weeks(List<Plant> plants) {
        this.plants = plants;
    }

    /** What detectors with their defaults find in the weeks after those in which they learn. */
    static Weeks of(List<Detector> detectors, List<Plant> plants) {
        Weeks weeks = new Weeks(plants);
        weeks.live(detectors);
        return weeks;
    }

    private void live(List<Detector> detectors) {
        List<Detector.Look> looks =
                detectors.stream().map(one -> one.with(Thresholds.defaults())).toList();
        Instant end = Calendar.at(7 * (LEARNED + COUNTED), 0, 0);
        for (Instant from = Calendar.BEGIN; from.isBefore(end); from = from.plus(STEP)) {
            Window window = new Window(from, from.plus(STEP));
            List<Act> acts = acts(window);
            activity.add(acts);
            statements += acts.stream().mapToLong(Act::executions).sum();
            looks.forEach(look -> look.at(window, knowledge).anomalies().forEach(this::keep));
        }
    }

    private List<Act> acts(Window window) {
        int seconds = (int) STEP.toSeconds();
        Stream<Act> planted = plants.stream()
                .flatMap(plant -> plant.acts().stream())
                .filter(act -> !act.time().isBefore(window.from()) && act.time().isBefore(window.to()));
        return Stream.of(
                        Shop.acts(window.from(), seconds).stream(),
                        Office.acts(window.from(), seconds).stream(),
                        Machines.acts(window.from(), seconds).stream(),
                        planted)
                .flatMap(acts -> acts)
                .sorted(Comparator.comparing(Act::time))
                .toList();
    }

    /** Windows of a subject that touch are one anomaly. */
    private void keep(Anomaly anomaly) {
        Key key = new Key(anomaly.detector(), anomaly.subject());
        Instant until = last.get(key);
        if (until == null || until.isBefore(anomaly.window().from())) {
            told.add(anomaly);
        }
        last.merge(key, anomaly.window().to(), (a, b) -> a.isAfter(b) ? a : b);
    }

    /** What was told after the weeks of learning. */
    List<Anomaly> told() {
        Instant begin = Calendar.at(7 * LEARNED, 0, 0);
        return told.stream()
                .filter(anomaly -> !anomaly.window().to().isBefore(begin))
                .toList();
    }

    /** Statements executed in all weeks. */
    long statements() {
        return statements;
    }
}
