package com.footstone.audit.capture.delivery;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.footstone.audit.capture.KafkaBroker;
import com.footstone.audit.capture.SentEvents;
import com.footstone.audit.capture.context.AuditContext;
import com.footstone.audit.capture.delivery.CapturedExecution.Outcome;
import com.footstone.audit.capture.settings.CaptureSettings;
import com.footstone.audit.capture.settings.CaptureSettingsBuilder;

import static org.assertj.core.api.Assertions.assertThat;

class EventDeliveryIT {

    private static final DatabaseSession SESSION = new DatabaseSession("postgresql", "shop", "clerk", "42");
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void whatWasCapturedBeforeKafkaStartedArrivesInOrder() {
        try (KafkaBroker broker = KafkaBroker.prepared(folder)) {
            EventDelivery delivery = new EventDelivery(settings(broker).build(), () -> {});
            offer(delivery, 0, 100);
            Awaitility.await().atMost(LIMIT).until(() -> delivery.statistics().failures() > 0);
            assertThat(delivery.statistics().sent()).isZero();

            broker.start();

            assertThat(delivery.flush(LIMIT)).isTrue();
            delivery.close(Duration.ofSeconds(5));
            assertSent(broker, 100);
            assertThat(delivery.statistics())
                    .returns(100L, CaptureStatistics::captured)
                    .returns(100L, CaptureStatistics::sent)
                    .returns(0L, CaptureStatistics::dropped)
                    .returns(0L, CaptureStatistics::queuedBytes);
        }
    }

    @Test
    void anOutageLosesNothingWhileTheQueueHoldsAndCountsWhatItDoesNot() {
        try (KafkaBroker broker = KafkaBroker.started(folder)) {
            EventDelivery delivery =
                    new EventDelivery(settings(broker).queueBytes(65_536).build(), () -> {});
            offer(delivery, 0, 50);
            assertThat(delivery.flush(LIMIT)).isTrue();

            broker.stop();
            offer(delivery, 50, 60);
            assertThat(delivery.statistics().dropped()).isZero();
            offer(delivery, 110, 200);
            long dropped = delivery.statistics().dropped();
            assertThat(dropped).isBetween(1L, 200L);
            broker.start();
            assertThat(delivery.flush(LIMIT)).isTrue();
            offer(delivery, 310, 1);

            assertThat(delivery.flush(LIMIT)).isTrue();
            delivery.close(Duration.ofSeconds(5));
            List<JsonNode> events = assertSent(broker, (int) (311 - dropped));
            assertThat(events.get(109).path("sql").asText()).isEqualTo("select 109");
            assertThat(events.get(events.size() - 1).path("producerDropped").asLong())
                    .isEqualTo(dropped);
            assertThat(events.stream()
                            .mapToLong(event -> event.path("producerDropped").asLong()))
                    .isSorted();
        }
    }

    @Test
    void anEventThatIsTooLargeIsDroppedAndCountedWithoutAGap() {
        try (KafkaBroker broker = KafkaBroker.started(folder)) {
            EventDelivery delivery =
                    new EventDelivery(settings(broker).maxEventBytes(4096).build(), () -> {});
            offer(delivery, 0, 1);
            delivery.offer(execution("select '" + "x".repeat(5000) + "'"));
            offer(delivery, 1, 1);

            assertThat(delivery.flush(LIMIT)).isTrue();
            delivery.close(Duration.ofSeconds(5));
            List<JsonNode> events = assertSent(broker, 2);
            assertThat(events.get(1).path("producerDropped").asLong()).isEqualTo(1);
        }
    }

    @Test
    void anEventThatTheBrokerRefusesIsCountedAndHoldsNothingUp() {
        try (KafkaBroker broker = KafkaBroker.started(folder)) {
            EventDelivery delivery = new EventDelivery(
                    settings(broker).kafka("compression.type", "none").build(), () -> {});
            delivery.offer(execution("select '" + "x".repeat(2_000_000) + "'"));
            assertThat(delivery.flush(LIMIT)).isTrue();
            offer(delivery, 0, 1);

            assertThat(delivery.flush(LIMIT)).isTrue();
            delivery.close(Duration.ofSeconds(5));
            try (SentEvents sent = new SentEvents(broker.bootstrapServers(), "sql-audit-events")) {
                JsonNode event = sent.await(1).get(0);
                assertThat(event.path("producerSeq").asLong()).isEqualTo(1);
                assertThat(event.path("producerDropped").asLong()).isEqualTo(1);
            }
            assertThat(delivery.statistics())
                    .returns(1L, CaptureStatistics::sent)
                    .returns(1L, CaptureStatistics::dropped);
        }
    }

    @Test
    void aProducerThatFailsForGoodIsReplacedAndNothingIsLost() throws Exception {
        try (KafkaBroker broker = KafkaBroker.started(folder);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            // Such a topic refuses every record: each is older than it may be when it arrives.
            admin.createTopics(List.of(new NewTopic("sql-audit-events", 1, (short) 1)
                            .configs(Map.of("message.timestamp.before.max.ms", "0"))))
                    .all()
                    .get();
            EventDelivery delivery = new EventDelivery(settings(broker).build(), () -> {});
            offer(delivery, 0, 100);
            Awaitility.await().atMost(LIMIT).until(() -> delivery.statistics().failures() >= 2);
            assertThat(delivery.statistics().sent()).isZero();

            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, "sql-audit-events"),
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("message.timestamp.before.max.ms", ""), OpType.DELETE))))
                    .all()
                    .get();

            assertThat(delivery.flush(LIMIT)).isTrue();
            delivery.close(Duration.ofSeconds(5));
            assertSent(broker, 100);
            assertThat(delivery.statistics().dropped()).isZero();
        }
    }

    @Test
    void closingWithoutKafkaEndsInTimeAndCountsWhatIsLost() {
        KafkaBroker broker = KafkaBroker.prepared(folder);
        EventDelivery delivery = new EventDelivery(settings(broker).build(), () -> {});
        offer(delivery, 0, 7);

        long before = System.nanoTime();
        delivery.close(Duration.ofMillis(300));

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        assertThat(delivery.statistics())
                .returns(7L, CaptureStatistics::dropped)
                .returns(0L, CaptureStatistics::queuedBytes);
    }

    private static CaptureSettingsBuilder settings(KafkaBroker broker) {
        return CaptureSettings.builder("shop", broker.bootstrapServers());
    }

    private static void offer(EventDelivery delivery, int from, int count) {
        for (int i = from; i < from + count; i++) {
            delivery.offer(execution("select " + i));
        }
    }

    private static CapturedExecution execution(String sql) {
        return new CapturedExecution(
                sql,
                SESSION,
                AuditContext.EMPTY,
                null,
                Instant.parse("2026-11-21T10:00:00Z"),
                3,
                new Outcome(-1, 1, null, null),
                Map.of());
    }

    private static List<JsonNode> assertSent(KafkaBroker broker, int count) {
        try (SentEvents sent = new SentEvents(broker.bootstrapServers(), "sql-audit-events")) {
            List<JsonNode> events = sent.await(count);
            assertThat(events.stream().map(event -> event.path("producerSeq").asLong()))
                    .isEqualTo(LongStream.range(0, count).boxed().toList());
            return events;
        }
    }
}
