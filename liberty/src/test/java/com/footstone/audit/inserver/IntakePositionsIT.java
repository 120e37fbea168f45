package com.footstone.audit.inserver;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.footstone.audit.inserver.stage.ProductArchive;
import com.footstone.audit.sink.BatchRange;
import com.footstone.audit.sink.Claim;
import com.footstone.audit.sink.FencedException;
import com.footstone.audit.sink.IntakePositions;
import com.footstone.audit.sink.Position;
import com.footstone.audit.sink.Schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@InServer
class IntakePositionsIT {

    @Inject
    private IntakePositions positions;

    @Inject
    private Schema schema;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    private ManagedExecutorService executor;

    private final String topic = "positions-" + UUID.randomUUID();

    @Deployment
    static EnterpriseArchive application() {
        return ProductArchive.named("positions")
                .withTests(IntakePositionsIT.class)
                .build();
    }

    @BeforeEach
    void migrate() throws SQLException {
        schema.migrate();
    }

    @Test
    void aPartitionIsBegunWhereItIsToldToAndTakenWhereItStands() {
        assertThat(positions.take(topic, 0)).isEmpty();

        Position begun = positions.begin(topic, 0, 42);
        assertThat(begun.epoch()).isOne();
        assertThat(begun.next()).isEqualTo(42);
        assertThat(begun.claimed()).isEqualTo(begun.next());

        Position taken = take();
        assertThat(taken.epoch()).isEqualTo(2);
        assertThat(taken.next()).isEqualTo(42);
        assertThat(taken.claimed()).isEqualTo(taken.next());
    }

    @Test
    void anEarlierOwnerCanNeitherClaimNorFinish() throws FencedException {
        Position earlier = positions.begin(topic, 0, 0);
        positions.claim(range(0, 10), earlier.epoch());
        Position later = take();

        assertFenced(() -> positions.claim(range(0, 10), earlier.epoch()));
        assertFenced(() -> {
            positions.finish(range(0, 10), earlier.epoch());
            return null;
        });
        positions.claim(range(0, 10), later.epoch());
        positions.finish(range(0, 10), later.epoch());
        assertThat(take().next()).isEqualTo(10);
    }

    @Test
    void aClaimedRangeIsRepeatedExactlyAndKeepsItsTime() throws FencedException {
        Position earlier = positions.begin(topic, 0, 0);
        Claim claim = positions.claim(range(0, 10), earlier.epoch());
        assertThat(positions.claim(range(0, 10), earlier.epoch())).isEqualTo(claim);

        Position later = take();
        assertThat(later.claimed()).isGreaterThan(later.next());
        assertThat(later.claimed()).isEqualTo(10);
        assertThat(later.claimedAt()).isEqualTo(claim.at());
        assertFenced(() -> positions.claim(range(0, 9), later.epoch()));
        assertFenced(() -> positions.claim(range(0, 11), later.epoch()));
        assertFenced(() -> positions.claim(range(1, 10), later.epoch()));
        assertThat(positions.claim(range(0, 10), later.epoch())).isEqualTo(claim);
    }

    @Test
    void aRangeIsFinishedOnceAndOnlyAsItWasClaimed() throws FencedException {
        long epoch = positions.begin(topic, 0, 0).epoch();
        assertFenced(() -> positions.finish(range(0, 10), epoch));

        Instant first = positions.claim(range(0, 10), epoch).at();
        assertFenced(() -> positions.finish(range(0, 9), epoch));
        assertThat(positions.finish(range(0, 10), epoch)).isTrue();
        assertThat(positions.finish(range(0, 10), epoch))
                .as("the same owner asks again because the answer was lost")
                .isFalse();
        assertFenced(() -> positions.claim(range(0, 10), epoch));

        assertThat(positions.claim(range(10, 20), epoch).at()).isAfter(first);
    }

    @Test
    void ofOwnersAtTheSameTimeOnlyTheLastMayStore() throws Exception {
        positions.begin(topic, 0, 0);
        int owners = 8;

        List<Long> epochs = new ArrayList<>();
        for (Future<Position> taking : executor.invokeAll(times(owners, this::take))) {
            epochs.add(taking.get().epoch());
        }
        assertThat(epochs).containsExactlyInAnyOrder(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);

        List<Callable<Optional<Long>>> storing = new ArrayList<>();
        epochs.forEach(epoch -> storing.add(() -> storedBy(epoch)));
        List<Long> stored = new ArrayList<>();
        for (Future<Optional<Long>> one : executor.invokeAll(storing)) {
            one.get().ifPresent(stored::add);
        }
        assertThat(stored).containsExactly(9L);
        assertThat(take().next()).isEqualTo(10);
    }

    @Test
    void ofTwoThatBeginAPartitionOneDoes() throws Exception {
        List<Position> begun = new ArrayList<>();
        List<Throwable> refused = new ArrayList<>();
        for (Future<Object> one : executor.invokeAll(times(2, this::beginOrFail))) {
            Object outcome = one.get();
            if (outcome instanceof Position position) {
                begun.add(position);
            } else {
                refused.add((Throwable) outcome);
            }
        }
        assertThat(begun).hasSize(1);
        assertThat(refused).hasSize(1).allSatisfy(e -> assertThat(e).isInstanceOf(EJBException.class));
        assertThat(take().epoch()).isEqualTo(2);
    }

    private Object beginOrFail() {
        try {
            return positions.begin(topic, 0, 0);
        } catch (EJBException e) {
            return e;
        }
    }

    private Optional<Long> storedBy(long epoch) {
        try {
            positions.claim(range(0, 10), epoch);
            positions.finish(range(0, 10), epoch);
            return Optional.of(epoch);
        } catch (FencedException e) {
            return Optional.empty();
        }
    }

    private Position take() {
        return positions.take(topic, 0).orElseThrow();
    }

    private BatchRange range(long from, long to) {
        return new BatchRange(topic, 0, from, to);
    }

    private static <T> List<Callable<T>> times(int count, Callable<T> task) {
        List<Callable<T>> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tasks.add(task);
        }
        return tasks;
    }

    private static void assertFenced(Callable<?> step) {
        assertThatExceptionOfType(FencedException.class).isThrownBy(step::call);
    }
}
