package com.footstone.audit.detect.detectors;

import java.util.List;
import java.util.function.Function;

import com.footstone.audit.model.anomaly.Anomaly;
import com.footstone.audit.model.anomaly.Sighting;
import com.footstone.audit.query.ActivityQueries;

/** Makes sightings of what has the worst first, and one too many if there is more. */
final class Worst {

    private Worst() {}

    static <T> Sighting of(List<T> rows, Function<T, Anomaly> judging) {
        return of(rows.stream().map(judging).toList(), false);
    }

    /**
     * Makes one of anomalies.
     *
     * @param found the worst first
     * @param more whether there was more to look at
     */
    static Sighting of(List<Anomaly> found, boolean more) {
        return new Sighting(
                found.stream().limit(ActivityQueries.MOST).toList(), more || found.size() > ActivityQueries.MOST);
    }
}
