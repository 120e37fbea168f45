package com.footstone.audit.detect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.Config;

import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.config.HotSettings;
import com.footstone.audit.query.ActivityQueries;
import com.footstone.audit.query.FaultNotice;
import com.footstone.audit.query.RepeatedLook;
import com.footstone.audit.sink.anomaly.Acquaintances;
import com.footstone.audit.sink.anomaly.AnomalyStore;
import com.footstone.audit.sink.anomaly.Detections;
import com.footstone.audit.sink.anomaly.Presences;
import com.footstone.audit.sink.anomaly.Schedule;
import com.footstone.audit.sink.anomaly.Volumes;
import com.footstone.audit.sink.completeness.CompletenessSettings;
import com.footstone.audit.sink.completeness.MarkStore;

/** Has every detector judge what is stored completely, every few seconds. Instances share the work: see the store. */
@ApplicationScoped
public class DetectionWatch {

    private static final System.Logger LOG = System.getLogger(DetectionWatch.class.getName());

    private static final Duration FORGET_EVERY = Duration.ofHours(1);

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private HotSettings hot;

    @Inject
    @Any
    private Instance<Detector> detectors;

    @Inject
    private Instance<MarkStore> marks;

    @Inject
    private Instance<Detections> detections;

    @Inject
    private Instance<AnomalyStore> anomalies;

    @Inject
    private Instance<Acquaintances> acquaintances;

    @Inject
    private Instance<Presences> presences;

    @Inject
    private Instance<Volumes> volumes;

    @Inject
    private ActivityQueries activity;

    @Inject
    private DetectionMetrics metrics;

    private final Clock clock = Clock.systemUTC();
    private final RepeatedLook looks = new RepeatedLook(new FaultNotice(LOG, "Detectors cannot look"), this::look);
    private final Map<String, Post> posts = new HashMap<>();
    private String topic;
    private List<Detector> known;
    private Instant forgetAt = Instant.MIN;

    /**
     * Begins to look, until {@link #end}.
     *
     * @param events the topic whose events are judged
     */
    public void begin(String events) {
        topic = events;
        known = detectors.stream().toList();
        looks.begin(executor);
    }

    /** Looks no more. A window that is being judged is finished, or judged by the next who looks. */
    public void end() {
        looks.end();
    }

    private void look() {
        Config config = hot.config();
        List<Post> active = posts(Thresholds.from(config));
        if (!active.isEmpty()) {
            marks.get().storedUntil(topic).ifPresent(until -> lookUntil(until, active, config));
        }
    }

    /** The detectors that are on, with the thresholds of now. */
    private List<Post> posts(Thresholds thresholds) {
        return known.stream()
                .filter(detector -> thresholds.get(detector.info().enabled()))
                .map(detector -> posts.computeIfAbsent(detector.info().id(), id -> new Post(id, metrics))
                        .looking(detector.with(thresholds)))
                .toList();
    }

    /** As long as clocks differ by less than the patience, no more can come that was received before. */
    private void lookUntil(Instant storedUntil, List<Post> active, Config config) {
        DetectionSettings settings = DetectionSettings.from(config);
        Duration patience = CompletenessSettings.from(config).patience();
        Schedule schedule = new Schedule(settings.window(), storedUntil.minus(patience), settings.longest());
        Detections turns = detections.get();
        Knowledge knowledge = new Knowledge(activity, acquaintances.get(), presences.get(), volumes.get());
        active.forEach(post -> post.look(turns, schedule, knowledge));
        Instant now = clock.instant();
        turns.judgedUntil(active.stream().map(Post::detector).toList())
                .ifPresent(until -> metrics.behind(Duration.between(until, now)));
        if (now.isAfter(forgetAt)) {
            // Whatever becomes of it: what fails is not tried again with each look.
            forgetAt = now.plus(FORGET_EVERY);
            if (!forget(now, settings.keptFor())) {
                forgetAt = now;
            }
        }
    }

    /** Whether all was forgotten that is to be; if not, there is more. */
    private boolean forget(Instant now, Duration keptFor) {
        anomalies.get().forget(now.minus(keptFor));
        acquaintances.get().forget(now.minus(keptFor));
        boolean days = presences.get().forget(now.minus(Presences.KEPT));
        boolean hours = volumes.get().forget(now);
        return days && hours;
    }
}
