package com.footstone.audit.detect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.Config;

import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.query.ActivityQueries;
import com.footstone.audit.query.FaultNotice;
import com.footstone.audit.query.RepeatedLook;
import com.footstone.audit.sink.anomaly.Acquaintances;
import com.footstone.audit.sink.anomaly.AnomalyStore;
import com.footstone.audit.sink.anomaly.Detections;
import com.footstone.audit.sink.anomaly.Schedule;
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
    private Config config;

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
    private ActivityQueries activity;

    @Inject
    private DetectionMetrics metrics;

    private final Clock clock = Clock.systemUTC();
    private final RepeatedLook looks = new RepeatedLook(new FaultNotice(LOG, "Detectors cannot look"), this::look);
    private DetectionSettings settings;
    private Duration patience;
    private String topic;
    private List<Post> posts;
    private Instant forgetAt = Instant.MIN;

    /**
     * Begins to look, until {@link #end}.
     *
     * @param events the topic whose events are judged
     */
    public void begin(String events) {
        topic = events;
        settings = DetectionSettings.from(config);
        patience = CompletenessSettings.from(config).patience();
        Thresholds thresholds = Thresholds.from(config);
        posts = detectors.stream()
                .filter(detector -> thresholds.get(detector.info().enabled()))
                .map(detector -> new Post(detector.info().id(), detector.with(thresholds), metrics))
                .toList();
        if (!posts.isEmpty()) {
            looks.begin(executor);
        }
    }

    /** Looks no more. A window that is being judged is finished, or judged by the next who looks. */
    public void end() {
        looks.end();
    }

    private void look() {
        marks.get().storedUntil(topic).ifPresent(this::lookUntil);
    }

    /** As long as clocks differ by less than the patience, no more can come that was received before. */
    private void lookUntil(Instant storedUntil) {
        Schedule schedule = new Schedule(settings.window(), storedUntil.minus(patience), settings.longest());
        Detections turns = detections.get();
        Knowledge knowledge = new Knowledge(activity, acquaintances.get());
        posts.forEach(post -> post.look(turns, schedule, knowledge));
        Instant now = clock.instant();
        turns.judgedUntil(posts.stream().map(Post::detector).toList())
                .ifPresent(until -> metrics.behind(Duration.between(until, now)));
        if (now.isAfter(forgetAt)) {
            anomalies.get().forget(now.minus(settings.keptFor()));
            acquaintances.get().forget(now.minus(settings.keptFor()));
            forgetAt = now.plus(FORGET_EVERY);
        }
    }
}
