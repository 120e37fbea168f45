package com.footstone.audit.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.apache.kafka.clients.producer.ProducerRecord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The recorded events over and over, in a fixed disorder, each with a time, a number and a trace of its own. A handful of
 * producers send them, each numbering its events without a gap.
 */
public final class RecordedStream implements EventStream {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PRODUCERS = 8;
    private static final int MICROS_BETWEEN = 50;

    private final List<ObjectNode> recorded = new ArrayList<>();
    private final Instant start;

    /**
     * @param events as recorded
     * @param start time of the first event
     */
    public RecordedStream(List<byte[]> events, Instant start) {
        this.start = start;
        try {
            for (byte[] event : events) {
                recorded.add((ObjectNode) JSON.readTree(event));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A recorded event is not JSON", e);
        }
        Collections.shuffle(recorded, new Random(1));
    }

    @Override
    public String describe() {
        long fingerprints = recorded.stream()
                .map(node -> node.path("sqlId").asText())
                .distinct()
                .count();
        return recorded.size() + " recorded events with " + fingerprints + " distinct texts, over and over";
    }

    /** The statements as they were executed, each once. */
    public List<String> statements() {
        return recorded.stream()
                .map(node -> node.path("sql").asText())
                .distinct()
                .toList();
    }

    @Override
    public ProducerRecord<byte[], byte[]> event(String topic, long number) {
        ObjectNode event = recorded.get((int) (number % recorded.size()));
        event.put("timestamp", start.plusNanos(number * MICROS_BETWEEN * 1_000).toString());
        event.put("producerId", "producer-" + number % PRODUCERS);
        event.put("producerSeq", number / PRODUCERS + 1);
        event.put("producerDropped", 0);
        if (event.has("traceId")) {
            event.put("traceId", String.format("%032x", number + 1));
        }
        try {
            return new ProducerRecord<>(
                    topic,
                    event.path("sqlId").asText().getBytes(StandardCharsets.US_ASCII),
                    JSON.writeValueAsBytes(event));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event that was read cannot be written", e);
        }
    }
}
