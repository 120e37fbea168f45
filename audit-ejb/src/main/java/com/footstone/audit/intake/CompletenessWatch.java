package com.footstone.audit.intake;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.Config;

import com.footstone.audit.query.CompletenessQueries;
import com.footstone.audit.query.StoreFault;
import com.footstone.audit.sink.SinkSettings;
import com.footstone.audit.sink.completeness.CompletenessSettings;
import com.footstone.audit.sink.completeness.GapPlaces;
import com.footstone.audit.sink.completeness.Judged;
import com.footstone.audit.sink.completeness.MarkStore;
import com.footstone.audit.sink.completeness.ProducerJudge;
import com.footstone.audit.sink.completeness.SilenceStore;

/** Looks after the producers every few seconds: says how far the intake is, and has judged what is missing. */
@ApplicationScoped
public class CompletenessWatch {

    private static final System.Logger LOG = System.getLogger(CompletenessWatch.class.getName());

    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Duration FORGET_EVERY = Duration.ofHours(1);

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private Config config;

    @Inject
    private CaughtUp caughtUp;

    @Inject
    private Instance<MarkStore> marks;

    @Inject
    private Instance<ProducerJudge> judge;

    @Inject
    private GapPlaces places;

    @Inject
    private Instance<SilenceStore> silences;

    @Inject
    private CompletenessQueries queries;

    @Inject
    private CompletenessMetrics metrics;

    private final Clock clock = Clock.systemUTC();
    private CompletenessSettings settings;
    private Duration retention;
    private String topic;
    private Instant forgetAt = Instant.MIN;
    private boolean begun;
    private boolean failing;
    private Future<?> looking;
    private boolean ended;

    synchronized void begin() {
        if (ended) {
            return;
        }
        settings = CompletenessSettings.from(config);
        retention = Duration.ofDays(SinkSettings.from(config).eventDays());
        topic = IntakeSettings.from(config).topic();
        looking = executor.scheduleWithFixedDelay(this::look, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    synchronized void end() {
        ended = true;
        if (looking != null) {
            looking.cancel(false);
        }
    }

    /** What fails is done at the next look: nothing is lost by being late. */
    private void look() {
        try {
            lookOnce();
            failing = false;
        } catch (SQLException | RuntimeException e) {
            if (!failing) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "Producers cannot be looked after, which is tried again: a store {0}",
                        StoreFault.behind(e).reason());
            }
            failing = true;
        }
    }

    private void lookOnce() throws SQLException {
        if (!begun) {
            marks.get().begin(topic, (int) retention.toDays());
            begun = true;
        }
        marks.get().keep(reached());
        Instant storedUntil = marks.get().storedUntil(topic).orElse(Instant.EPOCH);
        for (boolean more = true; more; ) {
            Judged judged = judge.get().judge(storedUntil, settings.patience(), clock.instant());
            metrics.judged(judged);
            more = judged.more();
        }
        places.find();
        if (settings.watchesSilence()) {
            silences.get().look(storedUntil, settings.silence(), settings.giveUp());
        }
        forget(storedUntil);
        metrics.totals(queries.totals());
    }

    private List<MarkStore.Mark> reached() {
        return caughtUp.reached().entrySet().stream()
                .map(one ->
                        new MarkStore.Mark(one.getKey().topic(), one.getKey().partition(), one.getValue()))
                .toList();
    }

    /** What the intake has not caught up with may still be heard of. */
    private void forget(Instant storedUntil) {
        Instant now = clock.instant();
        if (now.isAfter(forgetAt)) {
            silences.get().forget(storedUntil.minus(retention));
            forgetAt = now.plus(FORGET_EVERY);
        }
    }
}
