package com.footstone.audit.capture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads a topic from its start, as a consumer of the events would. */
public final class SentEvents implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<JsonNode> events = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();

    public SentEvents(String bootstrapServers, String topic) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(List.of(new TopicPartition(topic, 0)));
    }

    /** Everything read so far, once there are at least so many. */
    public List<JsonNode> await(int count) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            poll();
            return events.size() >= count;
        });
        return List.copyOf(events);
    }

    /** The only event that fits, once there is one. */
    public JsonNode awaitOne(Predicate<JsonNode> fits) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            poll();
            return events.stream().anyMatch(fits);
        });
        return only(events.stream().filter(fits).toList());
    }

    /** All events whose statement contains the text. */
    public List<JsonNode> of(String sqlPart) {
        poll();
        return events.stream()
                .filter(event -> event.path("sql").asText().contains(sqlPart))
                .toList();
    }

    public List<String> keys() {
        return List.copyOf(keys);
    }

    private void poll() {
        for (ConsumerRecord<byte[], byte[]> message : consumer.poll(Duration.ofMillis(50))) {
            keys.add(new String(message.key(), StandardCharsets.US_ASCII));
            events.add(parse(message.value()));
        }
    }

    private static JsonNode parse(byte[] value) {
        try {
            return JSON.readTree(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode only(List<JsonNode> found) {
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " events fit instead of one");
        }
        return found.get(0);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
