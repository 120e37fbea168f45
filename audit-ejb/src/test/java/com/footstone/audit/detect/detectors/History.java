package com.footstone.audit.detect.detectors;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.detect.Detector;
import com.footstone.audit.detect.Knowledge;
import com.footstone.audit.model.anomaly.Anomaly;
import com.footstone.audit.model.anomaly.Window;
import com.footstone.audit.query.ActivityQueries;
import com.footstone.audit.query.PlaceShape;
import com.footstone.audit.query.UserHour;
import com.footstone.audit.query.UserOrigin;

/** A detector with its defaults, that is told window after window what was done and remembers it. */
final class History {

    /** What is answered when the detector asks; the sums that ClickHouse would have made of the window's events. */
    private static final class Told extends ActivityQueries {

        private List<UserHour> hours = List.of();
        private List<UserOrigin> origins = List.of();
        private List<PlaceShape> shapes = List.of();

        @Override
        public List<UserHour> userHours(Window window) {
            return hours;
        }

        @Override
        public List<UserOrigin> userOrigins(Window window) {
            return origins;
        }

        @Override
        public List<PlaceShape> placeShapes(Window window) {
            return shapes;
        }
    }

    private final Told told = new Told();
    private final MemoryOfActors actors = new MemoryOfActors();
    private final MemoryOfDays days = new MemoryOfDays();
    private final Knowledge knowledge = new Knowledge(told, actors, days, new MemoryOfVolumes());
    private final Detector.Look look;

    History(Detector detector) {
        look = detector.with(Thresholds.defaults());
    }

    List<Anomaly> hours(Instant at, UserHour... hours) {
        told.hours = List.of(hours);
        return look(at);
    }

    List<Anomaly> origins(Instant at, UserOrigin... origins) {
        told.origins = List.of(origins);
        return look(at);
    }

    List<Anomaly> shapes(Instant at, PlaceShape... shapes) {
        told.shapes = List.of(shapes);
        return look(at);
    }

    /** How many actors it remembers. */
    int actors() {
        return actors.size() + days.size();
    }

    private List<Anomaly> look(Instant at) {
        return look.at(new Window(at, at.plus(Duration.ofMinutes(1))), knowledge)
                .anomalies();
    }
}
