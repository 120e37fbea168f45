package com.footstone.audit.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;

/** The topic that the service reads, for those who write to it. */
final class EventTopic implements AutoCloseable {

    static final String NAME = "sql-audit-events";

    private static final String GROUP = "audit-service-group";
    private static final int LARGEST_RECORD = 32 << 20;
    private static final long LIMIT_SECONDS = 30;

    private final String name;
    private final Producer<byte[], byte[]> producer;
    private final Admin admin;

    EventTopic(String bootstrapServers) {
        this(bootstrapServers, NAME);
    }

    /** Another topic, for a service of its own. */
    EventTopic(String bootstrapServers, String name) {
        this.name = name;
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "max.request.size", LARGEST_RECORD,
                        "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /**
     * Sends records to one partition, in order, and waits until the broker has them.
     *
     * @return the ids that the service knows them by
     */
    List<String> send(int partition, List<byte[]> values) {
        List<Future<RecordMetadata>> sent = new ArrayList<>(values.size());
        for (byte[] value : values) {
            sent.add(producer.send(new ProducerRecord<>(name, partition, null, value)));
        }
        return sent.stream().map(EventTopic::id).toList();
    }

    String send(int partition, byte[] value) {
        // A tombstone is null.
        return send(partition, Collections.singletonList(value)).get(0);
    }

    /** Makes the topic, with one partition. */
    EventTopic create() throws Exception {
        admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        return this;
    }

    /** Waits until the group has committed everything that is in the topic. */
    void awaitDrained(Duration limit) {
        Awaitility.await("the topic to be drained").atMost(limit).until(() -> ends().equals(committed()));
    }

    private Map<TopicPartition, Long> ends() throws Exception {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (var partition : admin.describeTopics(List.of(NAME))
                .allTopicNames()
                .get(LIMIT_SECONDS, TimeUnit.SECONDS)
                .get(NAME)
                .partitions()) {
            latest.put(new TopicPartition(NAME, partition.partition()), OffsetSpec.latest());
        }
        Map<TopicPartition, Long> ends = new HashMap<>();
        Map<TopicPartition, ListOffsetsResultInfo> found =
                admin.listOffsets(latest).all().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        found.forEach((partition, end) -> {
            if (end.offset() > 0) {
                ends.put(partition, end.offset());
            }
        });
        return ends;
    }

    private Map<TopicPartition, Long> committed() throws Exception {
        Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(GROUP)
                .partitionsToOffsetAndMetadata()
                .get(LIMIT_SECONDS, TimeUnit.SECONDS);
        Map<TopicPartition, Long> committed = new HashMap<>();
        offsets.forEach((partition, offset) -> {
            if (partition.topic().equals(NAME) && offset != null && offset.offset() > 0) {
                committed.put(partition, offset.offset());
            }
        });
        return committed;
    }

    private static String id(Future<RecordMetadata> sent) {
        try {
            RecordMetadata place = sent.get(LIMIT_SECONDS, TimeUnit.SECONDS);
            return place.topic() + ":" + place.partition() + ":" + place.offset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while sending", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka did not take a record", e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        admin.close(Duration.ofSeconds(5));
    }
}
