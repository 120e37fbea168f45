package com.footstone.audit.intake.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends records so that a repetition by the client itself adds none, and all replicas have what was acknowledged. Safe for
 * use by several threads. The connection is made when it is first needed.
 */
public final class RecordSender implements AutoCloseable {

    /** The largest record that a broker is sensibly set to take; a record above it would never get through. */
    private static final int MAX_RECORD_BYTES = 64 * 1024 * 1024;

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final KafkaTopics topics;
    private Producer<byte[], byte[]> producer;

    public RecordSender(KafkaTopics topics) {
        this.topics = topics;
    }

    /**
     * Sends a record.
     *
     * @return ends within half a minute; one that failed for want of an answer may yet have arrived
     */
    public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
        try {
            return producer().send(record);
        } catch (KafkaException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /**
     * Drops what was not sent yet, and begins anew with the next record. For a sender that failed for good, which stays so
     * though the cause may be mended, and for records that must not be sent late.
     */
    public void discard() {
        close(Duration.ZERO);
    }

    @Override
    public void close() {
        close(CLOSE_LIMIT);
    }

    private void close(Duration limit) {
        Producer<byte[], byte[]> current;
        synchronized (this) {
            current = producer;
            producer = null;
        }
        if (current != null) {
            current.close(limit);
        }
    }

    private synchronized Producer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(properties());
        }
        return producer;
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>(topics.connection());
        properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_RECORD_BYTES);
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 2L * MAX_RECORD_BYTES);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, LIMIT.toMillis());
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) LIMIT.toMillis() / 2);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) LIMIT.toMillis());
        return properties;
    }
}
