package com.footstone.audit.intake;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.Config;

import com.footstone.audit.config.Setting;
import com.footstone.audit.config.SettingsSource;
import com.footstone.audit.config.ValueType;

/**
 * Where events come from and how many are taken at once.
 *
 * @param bootstrapServers Kafka brokers, {@code host:port} separated by commas
 * @param topic topic of the events
 * @param deadLetterTopic topic for records that are not events
 * @param group consumer group
 * @param concurrency members that this instance adds to the group, 1 to 64
 * @param batchRecords most records of a batch
 * @param batchWait longest time that Kafka collects records for a fuller batch
 * @param batchBytes size at which Kafka no longer waits
 * @param batchMemory bytes of records above which this instance reads no further, until some of them are stored
 */
public record IntakeSettings(
        String bootstrapServers,
        String topic,
        String deadLetterTopic,
        String group,
        int concurrency,
        int batchRecords,
        Duration batchWait,
        int batchBytes,
        long batchMemory) {

    private static final Setting<String> BOOTSTRAP_SERVERS = Setting.required(
            "kafka.bootstrap.servers", ValueType.text(), "Kafka brokers, host:port separated by commas");
    private static final Setting<String> TOPIC =
            Setting.of("kafka.topic", ValueType.text(), "sql-audit-events", "Topic that events are read from");
    private static final Setting<String> DEAD_LETTER_TOPIC = Setting.of(
            "kafka.topic.dlq",
            ValueType.text(),
            "sql-audit-events-dlq",
            "Topic that records go to which are not events");
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
            "2000",
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

    /** The largest record that a broker is sensibly set to take; a record above it would never get through. */
    private static final int MAX_RECORD_BYTES = 64 * 1024 * 1024;

    /** What one fetch may bring: with one batch in hand and one fetched, a bound on what a consumer keeps in memory. */
    private static final int FETCH_BYTES = 16 * 1024 * 1024;

    private static final Duration SEND_LIMIT = Duration.ofSeconds(30);

    static IntakeSettings from(Config config) {
        return new IntakeSettings(
                BOOTSTRAP_SERVERS.read(config),
                TOPIC.read(config),
                DEAD_LETTER_TOPIC.read(config),
                GROUP.read(config),
                CONCURRENCY.read(config),
                BATCH_RECORDS.read(config),
                BATCH_WAIT.read(config),
                BATCH_BYTES.read(config),
                BATCH_MEMORY.read(config) * 1024L * 1024L);
    }

    Map<String, Object> consumerProperties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // A position is always given; where it does not exist, PartitionTakeover decides and says so.
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, batchRecords);
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int) batchWait.toMillis());
        properties.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, batchBytes);
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return properties;
    }

    Map<String, Object> producerProperties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_RECORD_BYTES);
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 2L * MAX_RECORD_BYTES);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, SEND_LIMIT.toMillis());
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) SEND_LIMIT.toMillis() / 2);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) SEND_LIMIT.toMillis());
        return properties;
    }

    /** Makes the keys known. */
    @ApplicationScoped
    public static class Keys implements SettingsSource {
        @Override
        public List<Setting<?>> settings() {
            return List.of(
                    BOOTSTRAP_SERVERS,
                    TOPIC,
                    DEAD_LETTER_TOPIC,
                    GROUP,
                    CONCURRENCY,
                    BATCH_RECORDS,
                    BATCH_WAIT,
                    BATCH_BYTES,
                    BATCH_MEMORY);
        }
    }
}
