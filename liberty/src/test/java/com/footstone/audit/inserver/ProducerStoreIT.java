package com.footstone.audit.inserver;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

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
import com.footstone.audit.sink.BatchStore;
import com.footstone.audit.sink.IntakePositions;
import com.footstone.audit.sink.Schema;

import static com.footstone.audit.inserver.OneProducer.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What PostgreSQL notes of producers is what their events say. */
@InServer
class ProducerStoreIT {

    @Inject
    private BatchStore batches;

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
        return ProductArchive.named("producers")
                .withTests(ProducerStoreIT.class, OneProducer.class, Occurrence.class)
                .build();
    }

    @BeforeEach
    void migrate() throws SQLException {
        schema.migrate();
    }

    @Test
    void numbersOverSeveralPartitionsInAnyOrderLeaveNothingMissing() throws Exception {
        int partitions = 3;
        int numbers = 9000;
        List<Long> shuffled = numbers(0, numbers);
        Collections.shuffle(shuffled, new Random(1));
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            int own = partition;
            List<Long> share = shuffled.subList(own * numbers / partitions, (own + 1) * numbers / partitions);
            long epoch = positions.begin(producer.topic(), own, 0).epoch();
            tasks.add(() -> {
                for (int from = 0; from < share.size(); from += 500) {
                    producer.keep(own, epoch, from, producer.events(share.subList(from, from + 500)));
                }
                return null;
            });
        }
        for (Future<Void> task : executor.invokeAll(tasks)) {
            task.get();
        }
        producer.judgeAll();

        assertThat(producer.row("judged, top, repeated")).isEqualTo(List.of(9000L, 8999L, 0L));
        assertThat(producer.openGaps()).isEmpty();
        assertThat(producer.blocks()).isOne();
    }

    @Test
    void manyProducersInBatchesOfSeveralPartitionsDoNotBlockEachOther() throws Exception {
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int partition = 0; partition < 4; partition++) {
            int own = partition;
            long epoch = positions.begin(producer.topic(), own, 0).epoch();
            tasks.add(() -> {
                for (int batch = 0; batch < 6; batch++) {
                    List<Occurrence> events = new ArrayList<>();
                    for (int i = 0; i < 200; i++) {
                        long number = batch * 4L + own;
                        events.add(OneProducer.event(producer.id() + "-" + i, number, NOON));
                    }
                    Collections.shuffle(events, new Random(own));
                    producer.keep(own, epoch, batch * 200L, events);
                }
                return null;
            });
        }
        for (Future<Void> task : executor.invokeAll(tasks)) {
            task.get();
        }
        producer.judgeAll();

        assertThat(stores.postgres(
                        "select count(*), min(judged), max(judged), sum(repeated)::bigint from producer where"
                                + " producer_id like ?",
                        producer.id() + "-%"))
                .containsExactly(List.of(200L, 24L, 24L, 0L));
    }

    @Test
    void aNumberThatComesAgainIsCountedWhereverItIs() throws Exception {
        producer.keep(producer.events(List.of(0L, 1L, 1L, 2L)));
        producer.keep(producer.events(List.of(2L, 3L)));
        assertThat(producer.row("repeated")).isEqualTo(List.of(2L));

        producer.judgeAll();
        producer.keep(producer.events(List.of(0L, 3L, 4L)));
        assertThat(producer.row("repeated")).isEqualTo(List.of(4L));
        assertThat(producer.openGaps()).isEmpty();
    }

    @Test
    void aBatchThatIsKeptTwiceCountsOnce() throws Exception {
        long epoch = positions.begin(producer.topic(), 0, 0).epoch();
        List<Occurrence> events = producer.events(List.of(0L, 1L));
        BatchRange range = new BatchRange(producer.topic(), 0, 0, 2);
        positions.claim(range, epoch);
        batches.keep(Occurrence.batch(range, events), epoch);
        batches.keep(Occurrence.batch(range, events), epoch);

        assertThat(producer.row("top, repeated")).isEqualTo(List.of(1L, 0L));
    }

    @Test
    void aBatchThatPostgresqlRefusesLeavesNoNumber() throws Exception {
        long epoch = positions.begin(producer.topic(), 0, 0).epoch();
        BatchRange range = new BatchRange(producer.topic(), 0, 0, 2);
        positions.claim(range, epoch);
        List<Occurrence> refused =
                List.of(producer.event(0, NOON), OneProducer.event(producer.id() + "\u0000", 1, NOON));

        assertThatExceptionOfType(EJBException.class)
                .isThrownBy(() -> batches.keep(Occurrence.batch(range, refused), epoch));
        assertThat(stores.postgres("select 1 from producer where producer_id = ?", producer.id()))
                .isEmpty();
    }

    @Test
    void namesOfTenantsAndApplicationsAreGatheredUpToABound() throws Exception {
        producer.keep(List.of(
                producer.event(0, NOON).with(event -> event.tenantId("north").application("shop"))));
        producer.keep(List.of(
                producer.event(1, NOON).with(event -> event.tenantId("south").instance("a")), producer.event(2, NOON)));
        assertThat(producer.row("array_to_string(tenants, ','), array_to_string(applications, ','), instance"))
                .isEqualTo(List.of(",north,south", ",shop", "a"));

        List<Occurrence> many = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String tenant = "tenant-" + i;
            many.add(producer.event(3 + i, NOON).with(event -> event.tenantId(tenant)));
        }
        producer.keep(many);
        assertThat(producer.row("cardinality(tenants), cardinality(applications)"))
                .isEqualTo(List.of(65, 2));
    }

    @Test
    void eventsWithoutAProducerOrANumberAreNotFollowed() throws Exception {
        producer.keep(List.of(
                producer.event(-1, NOON),
                producer.event(Long.MAX_VALUE, NOON),
                OneProducer.event(null, 5, NOON),
                OneProducer.event("", 5, NOON)));

        assertThat(stores.postgres("select 1 from producer where producer_id in (?, '')", producer.id()))
                .isEmpty();
    }

    private static List<Long> numbers(long from, long to) {
        return new ArrayList<>(LongStream.range(from, to).boxed().toList());
    }
}
