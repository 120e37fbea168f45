package com.footstone.audit.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.apache.kafka.clients.producer.ProducerRecord;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The recorded events over and over, in a fixed disorder.
 */
public final class RecordedStream implements EventStream {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<ObjectNode> recorded;
    private final Stamp stamp;

    /**
     * @param events as recorded
     * @param start time of the first event
     */
    public RecordedStream(List<byte[]> events, Instant start) {
        this(parsed(events), new Stamp(start));
    }

    private RecordedStream(List<ObjectNode> recorded, Stamp stamp) {
        this.recorded = recorded;
        this.stamp = stamp;
    }

    private static List<ObjectNode> parsed(List<byte[]> events) {
        List<ObjectNode> parsed = new ArrayList<>();
        try {
            for (byte[] event : events) {
                parsed.add((ObjectNode) JSON.readTree(event));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A recorded event is not JSON", e);
        }
        Collections.shuffle(parsed, new Random(1));
        return parsed;
    }

    /** The same at another time and pace. Not to be used beside this one. */
    RecordedStream paced(Instant start, Duration between) {
        return new RecordedStream(recorded, new Stamp(start, between));
    }

    @Override
    public String describe() {
        long fingerprints = recorded.stream()
                .map(node -> node.path("sqlId").asText())
                .distinct()
                .count();
        return recorded.size() + " recorded events with " + fingerprints + " distinct texts, over and over";
    }

    /** The recorded event of a statement that holds some words. */
    public ObjectNode eventWith(String words) {
        return recorded.stream()
                .filter(event -> event.path("sql").asText().contains(words))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No recorded statement holds: " + words))
                .deepCopy();
    }

    @Override
    public ProducerRecord<byte[], byte[]> event(String topic, long number) {
        ObjectNode event = recorded.get((int) (number % recorded.size()));
        return stamp.record(topic, event, number);
    }
}
