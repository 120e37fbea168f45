package com.footstone.audit.capture.delivery;

import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.clients.producer.ProducerConfig;

import com.footstone.audit.capture.settings.CaptureSettings;

/** How the Kafka producer is set up: what the operator may change, and what the promises of capture rest on. */
final class ProducerProperties {

    /** Room for a record's key, headers and framing beside its value. */
    private static final int RECORD_OVERHEAD = 64 * 1024;
    /** Kafka's client takes so much memory for each batch that it begins. */
    private static final int BATCH_BYTES = 256 * 1024;

    private ProducerProperties() {}

    static Map<String, Object> of(CaptureSettings settings) {
        int maxRequest = settings.maxEventBytes() + RECORD_OVERHEAD;
        Map<String, Object> properties = new HashMap<>();
        // Few requests: at thousands of statements a second they cost as much as all else that is done for the events.
        properties.put(ProducerConfig.LINGER_MS_CONFIG, "100");
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, Integer.toString(BATCH_BYTES));
        // The one compression that loads no native code into the application's process.
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
        properties.put(ProducerConfig.COMPRESSION_GZIP_LEVEL_CONFIG, "1");
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, Long.toString(Math.max(2L * maxRequest, 4L * BATCH_BYTES)));
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(maxRequest));
        properties.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "5000");
        properties.put(ProducerConfig.ENABLE_METRICS_PUSH_CONFIG, "false");
        properties.putAll(settings.kafka());

        // Kafka down is a reason to wait, never to give an event up; only the sender's thread ever waits.
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.toString(Integer.MAX_VALUE));
        properties.put(ProducerConfig.RETRIES_CONFIG, Integer.toString(Integer.MAX_VALUE));
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, "1000");
        // Neither doubled nor reordered by the producer's own retries.
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, "5");
        return properties;
    }
}
