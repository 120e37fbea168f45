package com.footstone.audit.inserver;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.Config;

import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.detect.Detector;
import com.footstone.audit.detect.Knowledge;
import com.footstone.audit.model.anomaly.Anomaly;
import com.footstone.audit.model.anomaly.Sighting;
import com.footstone.audit.query.ActivityQueries;
import com.footstone.audit.sink.BatchRange;
import com.footstone.audit.sink.BatchRows;
import com.footstone.audit.sink.EventStore;
import com.footstone.audit.sink.anomaly.Acquaintances;
import com.footstone.audit.sink.anomaly.Detections;
import com.footstone.audit.sink.anomaly.Presences;
import com.footstone.audit.sink.anomaly.Schedule;
import com.footstone.audit.sink.anomaly.Volumes;

/** Has executions of a tenant of its own received, and detectors look at them. */
@Dependent
class Lookout {

    @Inject
    @Any
    private Instance<Detector> detectors;

    @Inject
    private ActivityQueries activity;

    @Inject
    private Config config;

    @Inject
    private Detections detections;

    @Inject
    private Acquaintances acquaintances;

    @Inject
    private Presences presences;

    @Inject
    private Volumes volumes;

    @Inject
    private EventStore events;

    private final String tenant = "detected-" + UUID.randomUUID();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    private long offset;

    String tenant() {
        return tenant;
    }

    /** The end of the window that is judged last. */
    Instant now() {
        return now;
    }

    /** An execution like any other, of the statement {@code f}. */
    Occurrence usual() {
        return Occurrence.of("f", now).with(event -> event.tenantId(tenant)
                .application("shop")
                .dbSystem("postgresql")
                .dbName("orders")
                .dbUser("app")
                .endUser("clerk"));
    }

    /** Has executions received some time before the end of the window. */
    void receive(Duration before, List<Occurrence> occurrences) throws SQLException {
        BatchRange range = new BatchRange(tenant, 0, offset, offset + occurrences.size());
        events.insert(BatchRows.of(range, now.minus(before), Occurrence.fill(range, occurrences)));
        offset += occurrences.size();
    }

    List<Anomaly> found(String detector) {
        return found(detector, now);
    }

    /** What a detector finds in the minute before a time, in a transaction as in its turn; keeps nothing of it. */
    List<Anomaly> found(String detector, Instant until) {
        Detector.Look look = detectors.stream()
                .filter(one -> one.info().id().equals(detector))
                .findFirst()
                .orElseThrow()
                .with(Thresholds.from(config));
        String turn = UUID.randomUUID().toString();
        List<Anomaly> found = new ArrayList<>();
        detections.begin(turn, until.minusSeconds(60));
        detections.judge(turn, new Schedule(Duration.ofMinutes(1), until, Duration.ofDays(1)), window -> {
            found.addAll(look.at(window, new Knowledge(activity, acquaintances, presences, volumes))
                    .anomalies());
            return new Sighting(List.of(), false);
        });
        return found.stream()
                .filter(anomaly -> anomaly.subject().tenant().equals(tenant))
                .toList();
    }
}
