package com.footstone.audit.intake;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.Config;

import com.footstone.audit.config.Setting;
import com.footstone.audit.config.SettingsSource;
import com.footstone.audit.config.ValueType;
import com.footstone.audit.intake.kafka.KafkaTopics;

/**
 * Where events come from and how many are taken at once.
 *
 * @param enabled whether events are taken at all; if not, they stay in Kafka
 * @param connection what a client of Kafka needs to connect; may hold secrets
 * @param topic topic of the events
 * @param group consumer group
 * @param concurrency members that this instance adds to the group, 1 to 64
 * @param batchRecords most records of a batch
 * @param batchWait longest time that Kafka collects records for a fuller batch
 * @param batchBytes size at which Kafka no longer waits
 * @param batchMemory bytes of records above which this instance reads no further, until some of them are stored
 * @param sessionTimeout how long Kafka waits for a sign of life before it gives a member's partitions to others
 */
public record IntakeSettings(
        boolean enabled,
        Map<String, Object> connection,
        String topic,
        String group,
        int concurrency,
        int batchRecords,
        Duration batchWait,
        int batchBytes,
        long batchMemory,
        Duration sessionTimeout) {

    private static final Setting<Boolean> ENABLED = Setting.of(
                    "audit.enabled",
                    ValueType.flag(),
                    "true",
                    "Whether events are audited; if not, they stay in Kafka, at most for its retention, and questions are answered"
                            + " all the same")
            .hot();
    private static final Setting<String> GROUP =
            Setting.of("kafka.consumer.group", ValueType.text(), "audit-service-group", "Consumer group");
    private static final Setting<Integer> CONCURRENCY = Setting.of(
            "kafka.consumer.concurrency",
            ValueType.integer(1, 64, "consumers"),
            "3",
            "Consumers that this instance adds to the group; more than there are partitions are idle");
    private static final Setting<Integer> BATCH_RECORDS = Setting.of(
            "kafka.consumer.batchRecords",
            ValueType.integer(1, 100_000, "records"),
            "10000",
            "Most records of a partition that are stored together");
    private static final Setting<Duration> BATCH_WAIT = Setting.of(
            "kafka.consumer.batchWait",
            ValueType.duration(ChronoUnit.MILLIS, 0, 10_000),
            "200",
            "Longest time that Kafka collects records for a fuller batch");
    private static final Setting<Integer> BATCH_BYTES = Setting.of(
            "kafka.consumer.batchBytes",
            ValueType.integer(1, 64 * 1024 * 1024, "bytes"),
            "262144",
            "Size of a batch at which Kafka no longer waits for more");

    private static final Setting<Integer> BATCH_MEMORY = Setting.of(
            "kafka.consumer.batchMemory",
            ValueType.integer(1, 4096, "megabytes"),
            "32",
            "Megabytes of records in hand, as they came, above which this instance reads no further until some are"
                    + " stored; at work, a record takes several times its size");

    private static final Setting<Duration> SESSION_TIMEOUT = Setting.of(
            "kafka.consumer.sessionTimeout",
            ValueType.duration(ChronoUnit.MILLIS, 1_000, 1_800_000),
            "45000",
            "How long a consumer that gives no sign of life keeps its partitions from the others");

    /** Kafka's own ratio, so that a heartbeat or two may be lost. */
    private static final int HEARTBEATS_IN_SESSION = 15;

    /** What one fetch may bring: with one batch in hand and one fetched, a bound on what a consumer keeps in memory. */
    private static final int FETCH_BYTES = 16 * 1024 * 1024;

    /** Small, since nothing else bounds what well compressed records take once they are unpacked. */
    private static final int POLL_RECORDS = 100;

    static IntakeSettings from(Config config) {
        KafkaTopics topics = KafkaTopics.from(config);
        return new IntakeSettings(
                ENABLED.read(config),
                topics.connection(),
                topics.events(),
                GROUP.read(config),
                CONCURRENCY.read(config),
                BATCH_RECORDS.read(config),
                BATCH_WAIT.read(config),
                BATCH_BYTES.read(config),
                BATCH_MEMORY.read(config) * 1024L * 1024L,
                SESSION_TIMEOUT.read(config));
    }

    /** Most records that Kafka's client hands over at once; several of these make a batch. */
    int pollRecords() {
        return Math.min(batchRecords, POLL_RECORDS);
    }

    /** Without the connection, which may hold secrets. */
    @Override
    public String toString() {
        return "IntakeSettings[" + topic + ", " + group + "]";
    }

    Map<String, Object> consumerProperties() {
        Map<String, Object> properties = new HashMap<>(connection);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // A position is always given; where it does not exist, PartitionTakeover decides and says so.
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, pollRecords());
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int) batchWait.toMillis());
        properties.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, batchBytes);
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) sessionTimeout.toMillis());
        properties.put(
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int) sessionTimeout.toMillis() / HEARTBEATS_IN_SESSION);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return properties;
    }

    /** Makes the keys known. */
    @ApplicationScoped
    public static class Keys implements SettingsSource {
        @Override
        public List<Setting<?>> settings() {
            return List.of(
                    ENABLED, GROUP, CONCURRENCY, BATCH_RECORDS, BATCH_WAIT, BATCH_BYTES, BATCH_MEMORY, SESSION_TIMEOUT);
        }
    }
}
