package com.footstone.audit.bench.load;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

import org.apache.kafka.clients.producer.ProducerRecord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Gives copies of events a time, a number and a trace of their own. A handful of producers send them, each numbering its
 * events without a gap.
 *
 * @param start time of the first
 * @param between time from one to the next
 */
record Stamp(Instant start, Duration between) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PRODUCERS = 8;

    Stamp(Instant start) {
        this(start, Duration.ofNanos(50_000));
    }

    /** The event, which is changed, as the record of a number from 0. */
    ProducerRecord<byte[], byte[]> record(String topic, ObjectNode event, long number) {
        event.put("timestamp", start.plusNanos(number * between.toNanos()).toString());
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
