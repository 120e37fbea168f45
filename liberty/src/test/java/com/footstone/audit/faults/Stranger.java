package com.footstone.audit.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import com.footstone.audit.faults.stage.Stage;

/** A member of the consumer group that takes partitions and does nothing with them. */
final class Stranger {

    private static final String TOPIC = "sql-audit-events";
    private static final String GROUP = "audit-service-group";
    private static final Duration GLANCE = Duration.ofMillis(100);

    private Stranger() {}

    /** Joins, stays for a while and leaves. */
    static void visit(String bootstrapServers, Duration length) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.GROUP_ID_CONFIG,
                GROUP,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                1,
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                (int) Stage.SESSION.toMillis(),
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                CooperativeStickyAssignor.class.getName());
        try (KafkaConsumer<byte[], byte[]> stranger =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            stranger.subscribe(List.of(TOPIC));
            long end = System.nanoTime() + length.toNanos();
            while (System.nanoTime() < end) {
                stranger.poll(GLANCE);
            }
        }
    }
}
