package com.footstone.audit.inserver;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
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
import com.footstone.audit.model.Severity;
import com.footstone.audit.sink.BatchRange;
import com.footstone.audit.sink.BatchStore;
import com.footstone.audit.sink.FencedException;
import com.footstone.audit.sink.IntakePositions;
import com.footstone.audit.sink.Schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@InServer
class FindingStoreIT {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    @Inject
    private BatchStore store;

    @Inject
    private IntakePositions positions;

    @Inject
    private Schema schema;

    @Inject
    private Stores stores;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    private ManagedExecutorService executor;

    private final String topic = "findings-" + UUID.randomUUID();
    private final String fingerprint = UUID.randomUUID().toString();

    @Deployment
    static EnterpriseArchive application() {
        return ProductArchive.named("findings")
                .withTests(FindingStoreIT.class, Occurrence.class)
                .build();
    }

    @BeforeEach
    void migrate() throws SQLException {
        schema.migrate();
    }

    @Test
    void countersAddUpOverBatchesAndTheWorstExampleStays() throws Exception {
        Occurrence seen = Occurrence.of(fingerprint, NOON);
        long epoch = positions.begin(topic, 0, 0).epoch();
        keep(
                epoch,
                0,
                List.of(
                        seen.found("R", Severity.MEDIUM, 40).texts("the first", ""),
                        seen.at(NOON.plusSeconds(60))
                                .found("R", Severity.HIGH, 70)
                                .texts("the worst", "")));
        keep(
                epoch,
                2,
                List.of(
                        seen.at(NOON.minusSeconds(60))
                                .found("R", Severity.LOW, 10)
                                .texts("the harmless", ""),
                        seen.at(NOON.plusSeconds(1))));

        assertThat(stores.postgres("""
                        select occurrences, severity::int, risk::int, confidence::int, example_sql, example_event,
                               example_message, example_evidence ->> 'risk', extract(epoch from first_seen)::bigint,
                               extract(epoch from last_seen)::bigint, application, tenant_id
                        from finding where fingerprint = ?
                        """, fingerprint))
                .containsExactly(List.of(
                        3L,
                        3,
                        70,
                        90,
                        "the worst",
                        topic + ":0:1",
                        "of risk 70",
                        "70",
                        NOON.minusSeconds(60).getEpochSecond(),
                        NOON.plusSeconds(60).getEpochSecond(),
                        "",
                        ""));
        assertThat(executions()).isEqualTo(4);
    }

    @Test
    void findingsArePartedByRuleApplicationAndTenant() throws Exception {
        Occurrence shop = Occurrence.of(fingerprint, NOON)
                .with(event -> event.application("shop"))
                .found("A", Severity.LOW, 10);
        long epoch = positions.begin(topic, 0, 0).epoch();
        keep(
                epoch,
                0,
                List.of(
                        shop.found("B", Severity.LOW, 10),
                        shop,
                        shop.with(event -> event.application("bank")),
                        shop.with(event -> event.tenantId("north"))));

        assertThat(stores.postgres("""
                        select rule, application, tenant_id, occurrences from finding where fingerprint = ?
                        order by rule, application, tenant_id
                        """, fingerprint))
                .containsExactly(
                        List.of("A", "bank", "", 1L),
                        List.of("A", "shop", "", 2L),
                        List.of("A", "shop", "north", 1L),
                        List.of("B", "shop", "", 1L));
    }

    @Test
    void theCatalogueTellsWhatTheStatementIs() throws Exception {
        long epoch = positions.begin(topic, 0, 0).epoch();
        keep(epoch, 0, List.of(Occurrence.of(fingerprint, NOON)));

        assertThat(stores.postgres("""
                        select normalized_sql, kind, array_to_string(tables_read, ','), cardinality(tables_written),
                               array_to_string(gaps, ','), executions
                        from statement where fingerprint = ?
                        """, fingerprint))
                .containsExactly(List.of("select ?", "SELECT", "orders,stock", 0, "not parsed: for a test", 1L));
    }

    @Test
    void batchesAtTheSameTimeLoseNoCountAndDoNotBlockEachOther() throws Exception {
        int partitions = 6;
        int batches = 8;
        int statements = 25;
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            int own = partition;
            tasks.add(() -> keepShuffled(own, batches, statements));
        }
        for (Future<Void> task : executor.invokeAll(tasks)) {
            task.get();
        }

        long each = (long) partitions * batches;
        assertThat(stores.postgres("""
                        select count(*), min(executions), max(executions) from statement where fingerprint like ?
                        """, fingerprint + "-%")).containsExactly(List.of((long) statements, each, each));
        assertThat(stores.postgres("""
                        select count(*), min(occurrences), max(occurrences), max(risk)::int from finding
                        where fingerprint like ?
                        """, fingerprint + "-%"))
                .containsExactly(List.of((long) statements, each, each, 30 + partitions - 1));
    }

    @Test
    void aBatchThatIsKeptAgainBecauseTheAnswerWasLostCountsOnce() throws Exception {
        long epoch = positions.begin(topic, 0, 0).epoch();
        List<Occurrence> batch = List.of(Occurrence.of(fingerprint, NOON).found("R", Severity.LOW, 10));
        keep(epoch, 0, batch);

        BatchRange range = range(0, 0, 1);
        store.keep(Occurrence.batch(range, batch), epoch);
        assertThat(executions()).isOne();
    }

    @Test
    void anEarlierOwnerWritesNothing() throws Exception {
        long earlier = positions.begin(topic, 0, 0).epoch();
        BatchRange range = range(0, 0, 1);
        positions.claim(range, earlier);
        positions.take(topic, 0);

        assertThatExceptionOfType(FencedException.class)
                .isThrownBy(() -> store.keep(
                        Occurrence.batch(
                                range, List.of(Occurrence.of(fingerprint, NOON).found("R", Severity.LOW, 10))),
                        earlier));
        assertNothingKept();
    }

    @Test
    void aBatchThatPostgresqlRefusesMovesNothing() throws Exception {
        long epoch = positions.begin(topic, 0, 0).epoch();
        BatchRange range = range(0, 0, 1);
        positions.claim(range, epoch);
        Occurrence refused = Occurrence.of(fingerprint, NOON)
                .found("R", Severity.LOW, 10)
                .texts("decoding replaces NUL, which PostgreSQL has no place for: \u0000", "");

        assertThatExceptionOfType(EJBException.class)
                .isThrownBy(() -> store.keep(Occurrence.batch(range, List.of(refused)), epoch));
        assertNothingKept();

        store.keep(Occurrence.batch(range, List.of(refused.texts("select ?", ""))), epoch);
        assertThat(executions()).isOne();
    }

    private Void keepShuffled(int partition, int batches, int statements) throws FencedException {
        long epoch = positions.begin(topic, partition, 0).epoch();
        Random random = new Random(partition);
        for (int batch = 0; batch < batches; batch++) {
            List<Occurrence> occurrences = new ArrayList<>();
            for (int i = 0; i < statements; i++) {
                occurrences.add(Occurrence.of(fingerprint + "-" + i, NOON).found("R", Severity.MEDIUM, 30 + partition));
            }
            Collections.shuffle(occurrences, random);
            BatchRange range = range(partition, (long) batch * statements, statements);
            positions.claim(range, epoch);
            store.keep(Occurrence.batch(range, occurrences), epoch);
        }
        return null;
    }

    private void keep(long epoch, long from, List<Occurrence> occurrences) throws FencedException {
        BatchRange range = range(0, from, occurrences.size());
        positions.claim(range, epoch);
        store.keep(Occurrence.batch(range, occurrences), epoch);
    }

    private void assertNothingKept() throws SQLException {
        assertThat(stores.postgres("select 1 from statement where fingerprint = ?", fingerprint))
                .isEmpty();
        assertThat(stores.postgres("select 1 from finding where fingerprint = ?", fingerprint))
                .isEmpty();
        assertThat(stores.postgres("select next_offset, claimed_offset from intake_position where topic = ?", topic))
                .containsExactly(List.of(0L, 1L));
    }

    private long executions() throws SQLException {
        return (Long) stores.postgres("select executions from statement where fingerprint = ?", fingerprint)
                .get(0)
                .get(0);
    }

    private BatchRange range(int partition, long from, int events) {
        return new BatchRange(topic, partition, from, from + events);
    }
}
