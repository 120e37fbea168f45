package com.footstone.audit.intake;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.Config;

import com.footstone.audit.config.HotSettings;
import com.footstone.audit.query.CompletenessQueries;
import com.footstone.audit.query.FaultNotice;
import com.footstone.audit.query.RepeatedLook;
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

    private static final Duration FORGET_EVERY = Duration.ofHours(1);

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private Config config;

    @Inject
    private HotSettings hot;

    @Inject
    private IntakeStatus status;

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
    private final RepeatedLook looks =
            new RepeatedLook(new FaultNotice(LOG, "Producers cannot be looked after"), this::look);
    private Duration retention;
    private String topic;
    private Instant forgetAt = Instant.MIN;
    private boolean begun;

    void begin() {
        retention = Duration.ofDays(SinkSettings.from(config).eventDays());
        topic = IntakeSettings.from(config).topic();
        looks.begin(executor);
    }

    void end() {
        looks.end();
    }

    /** While nothing is read, nobody may be called silent. */
    private void look() throws SQLException {
        if (status.paused()) {
            return;
        }
        CompletenessSettings settings = CompletenessSettings.from(hot.config());
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
