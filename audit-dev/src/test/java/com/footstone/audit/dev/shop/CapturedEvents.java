package com.footstone.audit.dev.shop;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** What has come to the events' topic, each event as its fields' texts. */
record CapturedEvents(List<Map<String, String>> events) {

    private static final String TOPIC = "sql-audit-events";
    private static final JsonFactory JSON = new JsonFactory();

    static CapturedEvents readAll(String bootstrapServers) throws IOException {
        List<Map<String, String>> events = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class))) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<byte[], byte[]> event : consumer.poll(Duration.ofSeconds(5))) {
                    events.add(fields(event.value()));
                }
            }
        }
        return new CapturedEvents(List.copyOf(events));
    }

    /** Those of one producer, which every process has a new one of. */
    CapturedEvents ofInstance(String instance) {
        return new CapturedEvents(events.stream()
                .filter(event -> instance.equals(event.get("instance")))
                .toList());
    }

    List<String> texts(String field) {
        return events.stream().map(event -> event.get(field)).toList();
    }

    /** Sum of what is known: -1 and a missing field say that a count is not. */
    long sum(String field) {
        return events.stream()
                .mapToLong(event -> Math.max(0, Long.parseLong(event.getOrDefault(field, "0"))))
                .sum();
    }

    private static Map<String, String> fields(byte[] event) throws IOException {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser json = JSON.createParser(event)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (json.nextToken().isScalarValue()) {
                    fields.put(name, json.getText());
                } else {
                    json.skipChildren();
                }
            }
        }
        return fields;
    }
}
