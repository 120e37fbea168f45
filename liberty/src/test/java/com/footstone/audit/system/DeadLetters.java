package com.footstone.audit.system;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the dead-letter topic, from its beginning. */
final class DeadLetters implements AutoCloseable {

    private static final String TOPIC = "sql-audit-events-dlq";
    private static final Duration GLANCE = Duration.ofMillis(200);
    private static final int LARGEST_RECORD = 32 << 20;

    private final Consumer<byte[], byte[]> consumer;
    private final Map<String, Letter> letters = new HashMap<>();

    DeadLetters(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "max.partition.fetch.bytes", LARGEST_RECORD),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** A record that was refused. */
    record Letter(ConsumerRecord<byte[], byte[]> record) {

        /** The bytes as they were sent, may be null. */
        byte[] value() {
            return record.value();
        }

        Map<String, String> headers() {
            Map<String, String> headers = new HashMap<>();
            record.headers()
                    .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
            return headers;
        }

        /** The id that the record would have as an event. */
        String source() {
            Map<String, String> headers = headers();
            return String.join(
                    ":",
                    headers.get("audit.source.topic"),
                    headers.get("audit.source.partition"),
                    headers.get("audit.source.offset"));
        }
    }

    /** The letter of a record, or null as long as there is none. */
    Letter find(String id) {
        if (!letters.containsKey(id)) {
            consumer.poll(GLANCE).forEach(record -> {
                Letter letter = new Letter(record);
                letters.put(letter.source(), letter);
            });
        }
        return letters.get(id);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
