package com.footstone.audit.intake.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import com.footstone.audit.query.Store;
import com.footstone.audit.query.StoreUnavailableException;

/**
 * Reads stretches of topics outside of any group, and is closed soon. Sees what an open transaction of somebody else holds
 * back from others. For one thread.
 *
 * <p>Every method ends with {@link StoreUnavailableException} if Kafka gives no answer, or no further record, for as long
 * as the reader is patient.
 */
public final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);
    private static final int FETCH_BYTES = 4 * 1024 * 1024;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Duration patience;

    /**
     * @param patience how long Kafka may be silent
     */
    public TopicReader(KafkaTopics topics, Duration patience) {
        this.patience = patience;
        consumer = asked("its topics", () -> new KafkaConsumer<>(properties(topics, patience)));
    }

    private static Map<String, Object> properties(KafkaTopics topics, Duration patience) {
        Map<String, Object> properties = new HashMap<>(topics.connection());
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        properties.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
        return properties;
    }

    /** The partitions of a topic, in their order; none if Kafka does not have the topic. */
    public List<TopicPartition> partitions(String topic) {
        List<PartitionInfo> found = asked(topic, () -> consumer.partitionsFor(topic));
        return found == null
                ? List.of()
                : found.stream()
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .sorted((a, b) -> Integer.compare(a.partition(), b.partition()))
                        .toList();
    }

    /** The first offset that each partition still has. */
    public Map<TopicPartition, Long> begins(Collection<TopicPartition> partitions) {
        return asked(topic(partitions), () -> consumer.beginningOffsets(partitions));
    }

    /** The offset after the last one of each partition. */
    public Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        return asked(topic(partitions), () -> consumer.endOffsets(partitions));
    }

    /** Where in each partition the first record stands that has this time or a later one; nothing where there is none. */
    public Map<TopicPartition, Long> firstSince(Collection<TopicPartition> partitions, Instant time) {
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, time.toEpochMilli()));
        Map<TopicPartition, OffsetAndTimestamp> found = asked(topic(partitions), () -> consumer.offsetsForTimes(times));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        found.forEach((partition, offset) -> {
            if (offset != null) {
                offsets.put(partition, offset.offset());
            }
        });
        return offsets;
    }

    /**
     * Shows the records of {@code [from, to)} that there still are, in order.
     *
     * @param visit says after each record whether to go on
     * @param stop says between fetches whether to end early
     */
    public void read(
            TopicPartition partition,
            long from,
            long to,
            Predicate<ConsumerRecord<byte[], byte[]>> visit,
            BooleanSupplier stop) {
        asked(partition.topic(), () -> {
            consumer.assign(Set.of(partition));
            consumer.seek(partition, from);
            readOn(partition, to, visit, stop);
            return null;
        });
    }

    /** The record at one place, if it is still there. */
    public Optional<ConsumerRecord<byte[], byte[]>> record(TopicPartition partition, long offset) {
        if (!partitions(partition.topic()).contains(partition)
                || offset >= ends(Set.of(partition)).get(partition)) {
            return Optional.empty();
        }
        Map<Long, ConsumerRecord<byte[], byte[]>> found = new HashMap<>();
        read(
                partition,
                offset,
                offset + 1,
                record -> {
                    found.put(record.offset(), record);
                    return false;
                },
                () -> false);
        return Optional.ofNullable(found.get(offset));
    }

    private void readOn(
            TopicPartition partition, long to, Predicate<ConsumerRecord<byte[], byte[]>> visit, BooleanSupplier stop) {
        long silentSince = System.nanoTime();
        for (long position = consumer.position(partition); position < to && !stop.getAsBoolean(); ) {
            for (ConsumerRecord<byte[], byte[]> record : poll(partition)) {
                if (record.offset() >= to || !visit.test(record)) {
                    return;
                }
            }
            long reached = consumer.position(partition);
            if (reached > position) {
                position = reached;
                silentSince = System.nanoTime();
            } else if (System.nanoTime() - silentSince > patience.toNanos()) {
                throw new StoreUnavailableException(Store.KAFKA, "sent no further record of " + partition + " in time");
            }
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> poll(TopicPartition partition) {
        try {
            return consumer.poll(POLL).records(partition);
        } catch (OffsetOutOfRangeException e) {
            // Kafka has deleted the beginning of the stretch meanwhile.
            consumer.seekToBeginning(Set.of(partition));
            return List.of();
        }
    }

    private static String topic(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::topic).findFirst().orElse("a topic");
    }

    private static <T> T asked(String topic, Supplier<T> question) {
        try {
            return question.get();
        } catch (KafkaException e) {
            throw KafkaFault.of(e, topic);
        }
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(CLOSE_LIMIT));
    }
}
