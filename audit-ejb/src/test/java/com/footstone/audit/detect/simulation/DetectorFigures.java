package com.footstone.audit.detect.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.footstone.audit.detect.Detector;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.anomaly.Anomaly;
import com.footstone.audit.model.anomaly.Subject;

/** What detectors told of weeks in which nothing was wrong, and what they told more when something was. */
final class DetectorFigures {

    /** An hour is judged when it is over. */
    private static final Duration PATIENCE = Duration.ofHours(2);

    private record Key(String detector, Subject subject, Instant from) {}

    private final List<Detector> detectors;
    private final List<Plant> plants;
    private final Weeks clean;
    private final List<Anomaly> due;

    private DetectorFigures(List<Detector> detectors, List<Plant> plants, Weeks clean, List<Anomaly> due) {
        this.detectors = detectors;
        this.plants = plants;
        this.clean = clean;
        this.due = due;
    }

    static DetectorFigures of(List<Detector> detectors, List<Plant> plants) {
        Weeks clean = Weeks.of(detectors, List.of());
        Set<Key> wolves =
                clean.told().stream().map(DetectorFigures::key).collect(Collectors.toCollection(HashSet::new));
        List<Anomaly> due = Weeks.of(detectors, plants).told().stream()
                .filter(anomaly -> !wolves.contains(key(anomaly)))
                .toList();
        return new DetectorFigures(detectors, plants, clean, due);
    }

    private static Key key(Anomaly anomaly) {
        return new Key(anomaly.detector(), anomaly.subject(), anomaly.window().from());
    }

    double severeFalseAlarmsAWeek(String detector) {
        return falseAlarms(detector, anomaly -> anomaly.severity().compareTo(Severity.MEDIUM) > 0)
                / (double) Weeks.COUNTED;
    }

    String page() {
        StringBuilder page = new StringBuilder();
        page.append("| Detector | False alarms a week | of those LOW | in the worst week | Planted | Found |\n");
        page.append("|---|---|---|---|---|---|\n");
        for (Detector detector : detectors) {
            String id = detector.info().id();
            page.append("| [%s](%s.md) | %s | %s | %d | %d | %d |%n"
                    .formatted(
                            id,
                            id,
                            aWeek(falseAlarms(id, anomaly -> true)),
                            aWeek(falseAlarms(id, anomaly -> anomaly.severity() == Severity.LOW)),
                            worstWeek(id),
                            planted(id).size(),
                            found(planted(id))));
        }
        page.append("\n| Planted | Times | Found |\n|---|---|---|\n");
        Map<String, List<Plant>> kinds =
                plants.stream().collect(Collectors.groupingBy(Plant::what, LinkedHashMap::new, Collectors.toList()));
        kinds.forEach((what, same) -> page.append("| %s | %d | %d |%n".formatted(what, same.size(), found(same))));
        page.append("\nOf %,d statements in %d weeks, %d of which were only learned from.%n"
                .formatted(clean.statements(), Weeks.LEARNED + Weeks.COUNTED, Weeks.LEARNED));
        return page.toString();
    }

    private static String aWeek(long alarms) {
        return String.format(Locale.ROOT, "%.1f", alarms / (double) Weeks.COUNTED);
    }

    private long falseAlarms(String detector, Predicate<Anomaly> counted) {
        return clean.told().stream()
                .filter(anomaly -> anomaly.detector().equals(detector))
                .filter(counted)
                .count();
    }

    private long worstWeek(String detector) {
        return IntStream.range(0, Weeks.COUNTED)
                .mapToLong(week -> falseAlarms(
                        detector, anomaly -> Calendar.week(anomaly.window().from()) == Weeks.LEARNED + week))
                .max()
                .orElse(0);
    }

    private List<Plant> planted(String detector) {
        return plants.stream()
                .filter(plant -> plant.detector().equals(detector))
                .toList();
    }

    private long found(Collection<Plant> some) {
        return some.stream()
                .filter(plant -> due.stream().anyMatch(anomaly -> isOf(anomaly, plant)))
                .count();
    }

    private static boolean isOf(Anomaly anomaly, Plant plant) {
        return isAbout(anomaly.subject(), plant.acts().get(0))
                && anomaly.detector().equals(plant.detector())
                && anomaly.window().from().isBefore(plant.time().plus(PATIENCE))
                && anomaly.window().to().isAfter(plant.time());
    }

    /** Whether an anomaly is about whoever did it, about the statement, or about the application. */
    private static boolean isAbout(Subject subject, Act act) {
        if (!subject.fingerprint().isEmpty()) {
            return subject.fingerprint().equals(act.query().fingerprint());
        }
        if (!subject.dbUser().isEmpty()) {
            return subject.dbUser().equals(act.user().dbUser())
                    && subject.endUser().equals(act.user().endUser());
        }
        return subject.application().equals(act.query().application());
    }
}
