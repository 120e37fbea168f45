package com.footstone.audit.inserver;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.footstone.audit.inserver.stage.ProductArchive;
import com.footstone.audit.intake.PipelineAccess;
import com.footstone.audit.model.policy.Adjustment;
import com.footstone.audit.model.policy.Scope;
import com.footstone.audit.sink.BatchRange;
import com.footstone.audit.sink.IntakePositions;
import com.footstone.audit.sink.Position;
import com.footstone.audit.sink.Schema;
import com.footstone.audit.sink.policy.PolicyStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** From records to both stores. Tables that are away for a while stand for a store that is. */
@InServer
class BatchPipelineIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    private PipelineAccess pipeline;

    @Inject
    private IntakePositions positions;

    @Inject
    private PolicyStore policies;

    @Inject
    private Schema schema;

    @Inject
    private Stores stores;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    private ManagedExecutorService executor;

    private final String topic = "pipeline-" + UUID.randomUUID();
    private final String application = topic.replace('-', '_');
    private final Instant start = Instant.now();

    @Deployment
    static EnterpriseArchive application() {
        return ProductArchive.named("pipeline")
                .withTests(BatchPipelineIT.class)
                .withBeans(PipelineAccess.class, PipelineAccess.Batch.class)
                .build();
    }

    @BeforeEach
    void migrate() throws SQLException {
        schema.migrate();
    }

    @Test
    void bothStoresHoldABatchAndItsRepetitionChangesNeither() throws Exception {
        Position begun = positions.begin(topic, 0, 0);

        assertThat(end(begin(batch(begun)))).isTrue();
        assertStoredOnce();

        assertThat(end(begin(batch(begun)))).isFalse();
        assertStoredOnce();
    }

    @Test
    void theNextOwnerFinishesWhatAnEarlierOneHadOnlyInClickHouse() throws Exception {
        PipelineAccess.Batch earlier = batch(positions.begin(topic, 0, 0));
        stores.changePostgres("alter table finding rename to finding_away");
        try {
            Future<Boolean> storing = begin(earlier);
            awaitStall("PostgreSQL");
            assertThat(events()).isEqualTo(3);
            earlier.abandon();
            assertThat(end(storing)).isFalse();
        } finally {
            earlier.abandon();
            stores.changePostgres("alter table finding_away rename to finding");
        }

        Position next = positions.take(topic, 0).orElseThrow();
        assertThat(next.claimed()).isGreaterThan(next.next());
        assertThat(end(begin(batch(next)))).isTrue();
        assertStoredOnce();
    }

    @Test
    void anInsertThatTheHoursDidNotGetIsRepeatedUntilBothTablesHaveItOnce() throws Exception {
        PipelineAccess.Batch batch = batch(positions.begin(topic, 0, 0));
        Future<Boolean> storing;
        stores.changeClickHouse("RENAME TABLE events_hourly TO events_hourly_away");
        try {
            storing = begin(batch);
            awaitStall("ClickHouse");
        } finally {
            stores.changeClickHouse("RENAME TABLE events_hourly_away TO events_hourly");
        }

        assertThat(end(storing)).isTrue();
        assertStoredOnce();
    }

    /** As when an instance dies between claiming a batch and storing any of it, and the policy is changed before the next. */
    @Test
    void aBatchIsJudgedByThePolicyThatItWasClaimedUnder() throws Exception {
        long version = inForce();
        Position earlier = positions.begin(topic, 0, 0);
        BatchRange range = new BatchRange(topic, 0, 0, 5);
        assertThat(positions.claim(range, earlier.epoch()).policy()).isEqualTo(version);
        long later = policies.adjust(version, List.of(withoutNoWhere()), "for a test", "alice");
        try {
            assertThat(later).isEqualTo(version + 1);
            assertThat(end(begin(batch(positions.take(topic, 0).orElseThrow()))))
                    .isTrue();
            assertStoredOnce();
            assertThat(versions()).containsExactly(List.of(version));

            Position next = positions.take(topic, 0).orElseThrow();
            BatchRange following = new BatchRange(topic, 0, 5, 6);
            byte[] record = record("delete from pay_" + application);
            assertThat(end(begin(pipeline.batch(following, next, List.of(record)))))
                    .isTrue();
            assertThat(versions()).containsExactly(List.of(version), List.of(later));
            assertThat(stores.postgres(
                            "select occurrences from finding where application = ? and rule = 'NoWhere'", application))
                    .containsExactly(List.of(2L));
        } finally {
            policies.adjust(later, List.of(), "after a test", "alice");
        }
    }

    private Adjustment withoutNoWhere() {
        Scope here = new Scope(
                List.of(),
                List.of(application),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
        return new Adjustment("calm", "NoWhere", here, Optional.of(false), Optional.empty(), Map.of());
    }

    private long inForce() throws SQLException {
        return (long) stores.postgres("select version from policy_head").get(0).get(0);
    }

    private List<List<Object>> versions() throws SQLException {
        return stores.clickHouse(
                "SELECT DISTINCT policy_version FROM events WHERE topic = ? ORDER BY policy_version", topic);
    }

    private Future<Boolean> begin(PipelineAccess.Batch batch) {
        return executor.submit(batch::store);
    }

    private static boolean end(Future<Boolean> storing) throws Exception {
        return storing.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private void awaitStall(String store) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(pipeline.stalls())
                .hasEntrySatisfying(topic + "-0", reason -> assertThat(reason).contains(store)));
    }

    private PipelineAccess.Batch batch(Position taken) {
        String table = "pay_" + application;
        List<byte[]> values = Stream.of(
                        "delete from " + table,
                        "select a from " + table + " where b = 7",
                        "delete from " + table + " -- again")
                .map(this::record)
                .toList();
        return pipeline.batch(new BatchRange(topic, 0, 0, 5), taken, values);
    }

    private byte[] record(String sql) {
        String json = "{\"sql\":\"" + sql + "\",\"sqlType\":\"UNKNOWN\",\"application\":\"" + application
                + "\",\"timestamp\":\"" + start + "\"}";
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private void assertStoredOnce() throws SQLException {
        assertThat(events()).isEqualTo(3);
        assertThat(stores.clickHouseNumber("SELECT sum(events) FROM events_hourly WHERE application = ?", application))
                .isEqualTo(3);
        assertThat(stores.postgres(
                        "select occurrences from finding where application = ? and rule = 'NoWhere'", application))
                .containsExactly(List.of(2L));
        assertThat(stores.postgres("select next_offset from intake_position where topic = ?", topic))
                .containsExactly(List.of(5L));
    }

    private long events() throws SQLException {
        return stores.clickHouseNumber("SELECT count() FROM events WHERE topic = ?", topic);
    }
}
