package com.footstone.audit.faults.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.footstone.audit.faults.load.Load;
import com.footstone.audit.faults.load.Specimen;

/**
 * All that was ever sent, by partition: the truth that the stores are measured by.
 *
 * @param events in the order of their offsets
 * @param poison reasons by offset
 */
record Topic(Map<Integer, List<Sent>> events, Map<Integer, Map<Long, String>> poison) {

    static final String NAME = "sql-audit-events";

    private static final Set<String> SPECIMENS =
            Arrays.stream(Specimen.values()).map(Specimen::name).collect(Collectors.toUnmodifiableSet());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration POLL = Duration.ofSeconds(1);

    static Topic read(String bootstrapServers) {
        Topic topic = new Topic(new TreeMap<>(), new TreeMap<>());
        readAll(bootstrapServers, NAME, topic::add);
        return topic;
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        String expected = new String(record.headers().lastHeader(Load.EXPECTED).value(), StandardCharsets.UTF_8);
        if (SPECIMENS.contains(expected)) {
            events.computeIfAbsent(record.partition(), partition -> new ArrayList<>())
                    .add(event(record, Specimen.valueOf(expected)));
        } else {
            poison.computeIfAbsent(record.partition(), partition -> new TreeMap<>())
                    .put(record.offset(), expected);
        }
    }

    private static Sent event(ConsumerRecord<byte[], byte[]> record, Specimen specimen) {
        try {
            JsonNode event = JSON.readTree(record.value());
            return new Sent(
                    record.offset(),
                    specimen,
                    event.path("eventId").asText(),
                    event.path("application").asText().intern(),
                    Instant.parse(event.path("timestamp").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException("the load has sent what is no JSON", e);
        }
    }

    long count() {
        return events.values().stream().mapToLong(List::size).sum() + poisoned();
    }

    long poisoned() {
        return poison.values().stream().mapToLong(Map::size).sum();
    }

    /** By partition, the offset behind the last record. */
    Map<Integer, Long> ends() {
        Map<Integer, Long> ends = new TreeMap<>();
        events.forEach((partition, sent) ->
                ends.put(partition, sent.get(sent.size() - 1).offset() + 1));
        poison.forEach((partition, records) ->
                records.keySet().forEach(offset -> ends.merge(partition, offset + 1, Math::max)));
        return ends;
    }

    /** Reads a topic from its beginning to where it ends now; transactions that were broken off are not part of it. */
    static void readAll(String bootstrapServers, String name, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrapServers, "isolation.level", "read_committed", "max.poll.records", 5_000);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                    .map(partition -> new TopicPartition(name, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
            Set<TopicPartition> open = new HashSet<>(partitions);
            open.removeIf(partition -> consumer.position(partition) >= ends.get(partition));
            while (!open.isEmpty()) {
                consumer.poll(POLL).forEach(reader);
                open.removeIf(partition -> consumer.position(partition) >= ends.get(partition));
            }
        }
    }
}
