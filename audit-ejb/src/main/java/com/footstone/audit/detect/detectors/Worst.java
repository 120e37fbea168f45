package com.footstone.audit.detect.detectors;

import java.util.List;
import java.util.function.Function;

import com.footstone.audit.model.anomaly.Anomaly;
import com.footstone.audit.model.anomaly.Sighting;
import com.footstone.audit.query.ActivityQueries;

/** Makes a sighting of an answer that has the worst first, and a row too many if there is more. */
final class Worst {

    private Worst() {}

    static <T> Sighting of(List<T> rows, Function<T, Anomaly> judging) {
        return new Sighting(
                rows.stream().limit(ActivityQueries.MOST).map(judging).toList(), rows.size() > ActivityQueries.MOST);
    }
}
