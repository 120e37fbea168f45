package com.footstone.audit.inserver;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.footstone.audit.inserver.stage.ProductArchive;
import com.footstone.audit.sink.IntakePositions;
import com.footstone.audit.sink.Schema;
import com.footstone.audit.sink.completeness.Judged;
import com.footstone.audit.sink.completeness.MarkStore;
import com.footstone.audit.sink.completeness.ProducerJudge;
import com.footstone.audit.sink.completeness.SilenceStore;

import static com.footstone.audit.inserver.OneProducer.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** What is missing, dropped or silent is found out in time, and no sooner. */
@InServer
class ProducerJudgeIT {

    @Inject
    private ProducerJudge judge;

    @Inject
    private SilenceStore silences;

    @Inject
    private MarkStore marks;

    @Inject
    private IntakePositions positions;

    @Inject
    private OneProducer producer;

    @Inject
    private Schema schema;

    @Inject
    private Stores stores;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    private ManagedExecutorService executor;

    @Deployment
    static EnterpriseArchive application() {
        return ProductArchive.named("judgement")
                .withTests(ProducerJudgeIT.class, OneProducer.class, Occurrence.class)
                .build();
    }

    @BeforeEach
    void migrate() throws SQLException {
        schema.migrate();
    }

    @Test
    void whatIsOvertakenForLongIsMissingUntilItComes() throws Exception {
        producer.keep(producer.events(LongStream.of(0, 1, 2, 7, 8).boxed().toList()));
        Judged judged = producer.judgeAll();
        assertThat(judged.gaps()).isOne();
        assertThat(producer.openGaps()).containsExactly(List.of(3L, 6L, 4L));

        producer.keep(producer.events(List.of(4L, 5L)));
        assertThat(producer.openGaps()).containsExactly(List.of(3L, 3L, 1L), List.of(6L, 6L, 1L));

        producer.keep(producer.events(List.of(6L, 3L, 9L)));
        producer.judgeAll();
        assertThat(producer.openGaps()).isEmpty();
        assertThat(stores.postgres("""
                        select first, last from producer_gap join producer on producer.id = producer
                        where producer_id = ? and closed_at >= opened_at order by first
                        """, producer.id()))
                .containsExactly(List.of(3L, 3L), List.of(4L, 5L), List.of(6L, 6L));
        assertThat(producer.row("judged, repeated")).isEqualTo(List.of(10L, 0L));
    }

    @Test
    void nothingIsMissingWhileAPartitionLagsBehind() throws Exception {
        producer.keep(producer.events(List.of(0L, 5L)));
        Instant now = Instant.now();
        judge.judge(now.minusSeconds(3600), OneProducer.PATIENCE, now);
        judge.judge(now.plus(OneProducer.PATIENCE).minusSeconds(1), OneProducer.PATIENCE, now.plusSeconds(3600));
        assertThat(producer.openGaps()).isEmpty();

        judge.judge(now.plus(OneProducer.PATIENCE), OneProducer.PATIENCE, now.plusSeconds(3600));
        assertThat(producer.openGaps()).containsExactly(List.of(1L, 4L, 4L));
    }

    @Test
    void aWildJumpIsOneRowAndWhatComesOfItIsKept() throws Exception {
        long far = 1L << 60;
        producer.keep(producer.events(List.of(0L, far, far + 1)));
        producer.judgeAll();
        assertThat(producer.openGaps()).containsExactly(List.of(1L, far - 1, far - 1));

        producer.keep(producer.events(List.of(1L << 40)));
        assertThat(producer.openGaps())
                .containsExactly(
                        List.of(1L, (1L << 40) - 1, (1L << 40) - 1),
                        List.of((1L << 40) + 1, far - 1, far - 1 - (1L << 40)));
    }

    @Test
    void gapsThatAreTooManyArePutTogetherAndMissAsManyNumbers() throws Exception {
        long gaps = 10_001;
        producer.keep(producer.events(
                LongStream.rangeClosed(0, gaps).map(i -> 2 * i).boxed().toList()));
        producer.judgeAll();
        assertThat(gapsAndMissing()).isEqualTo(List.of(gaps / 2, gaps, true));

        // Whether this number came before is no longer known, so it changes nothing.
        producer.keep(producer.events(List.of(2L)));
        assertThat(gapsAndMissing()).isEqualTo(List.of(gaps / 2, gaps, true));

        long top = 2 * gaps;
        producer.keep(producer.events(List.of(top + 2)));
        producer.judgeAll();
        assertThat(gapsAndMissing()).isEqualTo(List.of(gaps / 2 + 1, gaps + 1, true));
        producer.keep(producer.events(List.of(top + 1)));
        assertThat(gapsAndMissing()).isEqualTo(List.of(gaps / 2, gaps, true));
        assertThat(producer.row("repeated")).isEqualTo(List.of(0L));
    }

    @Test
    void dropsAreWhatTheProducerSaidInAllAndWhen() throws Exception {
        producer.keep(List.of(
                producer.event(0, NOON),
                producer.event(1, NOON.plusSeconds(60)).with(event -> event.producerDropped(5))));
        producer.judgeAll();
        producer.keep(List.of(
                producer.event(3, NOON.plusSeconds(120)).with(event -> event.producerDropped(7)),
                producer.event(2, NOON.plusSeconds(90)).with(event -> event.producerDropped(6))));
        producer.judgeAll();

        assertThat(producer.row("dropped")).isEqualTo(List.of(7L));
        assertThat(stores.postgres("""
                        select extract(epoch from from_time)::bigint, extract(epoch from to_time)::bigint,
                               producer_drop.dropped
                        from producer_drop join producer on producer.id = producer
                        where producer_id = ? order by to_time
                        """, producer.id()))
                .containsExactly(
                        List.of(NOON.getEpochSecond(), NOON.plusSeconds(60).getEpochSecond(), 5L),
                        List.of(
                                NOON.plusSeconds(60).getEpochSecond(),
                                NOON.plusSeconds(120).getEpochSecond(),
                                2L));
    }

    @Test
    void silenceIsPutDownOnceAndEndsWithTheNextEvent() throws Exception {
        producer.keep(List.of(producer.event(0, NOON)));
        Instant heard = Instant.now();
        Duration silence = Duration.ofMinutes(10);
        silences.look(heard, silence, Duration.ofDays(1));
        assertThat(silences()).isEmpty();

        List<Callable<Void>> instances = Collections.nCopies(4, () -> {
            silences.look(heard.plus(silence).plusSeconds(60), silence, Duration.ofDays(1));
            return null;
        });
        for (Future<Void> one : executor.invokeAll(instances)) {
            one.get();
        }
        assertThat(silences()).containsExactly(List.of(true, false));
        assertThat(producer.row("silent_since = last_seen")).isEqualTo(List.of(true));

        producer.keep(List.of(producer.event(1, NOON.plusSeconds(3600))));
        assertThat(silences()).containsExactly(List.of(false, false));
        assertThat(producer.row("silent_since is null")).isEqualTo(List.of(true));
    }

    @Test
    void whoIsSilentForLongIsGivenUpAndForgottenWithItsEvents() throws Exception {
        producer.keep(List.of(producer.event(0, NOON)));
        Instant later = Instant.now().plus(3, ChronoUnit.DAYS);
        silences.look(later, Duration.ofMinutes(10), Duration.ofDays(1));
        assertThat(silences()).containsExactly(List.of(false, true));

        silences.forget(later.minus(90, ChronoUnit.DAYS));
        assertThat(silences()).hasSize(1);
        silences.forget(later);
        assertThat(silences()).isEmpty();
        assertThat(stores.postgres("select 1 from producer where producer_id = ?", producer.id()))
                .isEmpty();
    }

    @Test
    void theSlowestPartitionTellsUpToWhenAllIsStored() {
        String topic = producer.topic();
        assertThat(marks.storedUntil(topic)).isEmpty();
        positions.begin(topic, 0, 0);
        positions.begin(topic, 1, 0);
        marks.keep(List.of(new MarkStore.Mark(topic, 0, NOON.plusSeconds(5))));
        assertThat(marks.storedUntil(topic)).isEmpty();

        marks.keep(List.of(new MarkStore.Mark(topic, 1, NOON)));
        assertThat(marks.storedUntil(topic)).contains(NOON);

        marks.keep(List.of(new MarkStore.Mark(topic, 0, NOON), new MarkStore.Mark(topic, 1, NOON.plusSeconds(9))));
        assertThat(marks.storedUntil(topic)).contains(NOON.plusSeconds(5));
    }

    /** How many open gaps there are, how many numbers are missing, and whether any gap was put together. */
    private List<Object> gapsAndMissing() throws SQLException {
        return stores.postgres("""
                        select count(*), sum(missing)::bigint, bool_or(blurred)
                        from producer_gap join producer on producer.id = producer
                        where producer_id = ? and closed_at is null
                        """, producer.id()).get(0);
    }

    private List<List<Object>> silences() throws SQLException {
        return stores.postgres("""
                select until is null, given_up from producer_silence join producer on producer.id = producer
                where producer_id = ?
                """, producer.id());
    }
}
