package com.footstone.audit.intake;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.config.Config;

/**
 * Keeps records that are not events in the dead-letter topic: key, value and headers as they came, and in further headers
 * what is wrong with them and where they came from. A value that is larger than the topic takes is cut, and a header says
 * so; the whole of it stays in the source topic for as long as Kafka keeps it.
 */
@ApplicationScoped
public class Quarantine {

    /** What is kept of a record that the dead-letter topic will not take whole; Kafka's own default limit is twice that. */
    private static final int CUT_BYTES = 512 * 1024;

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    @Inject
    private Config config;

    private IntakeSettings settings;
    private Producer<byte[], byte[]> producer;

    @PostConstruct
    void prepare() {
        settings = IntakeSettings.from(config);
    }

    /**
     * Returns when the dead-letter topic holds all of the records.
     *
     * @throws ExecutionException if it does not; records that it holds already are sent again by the next try
     * @throws InterruptedException if the thread is told to stop
     */
    void keep(List<AuditedBatch.Refused> refused) throws ExecutionException, InterruptedException {
        List<Future<RecordMetadata>> sent = send(refused);
        for (int i = 0; i < sent.size(); i++) {
            try {
                sent.get(i).get();
            } catch (ExecutionException e) {
                sendCut(refused.get(i), e);
            }
        }
    }

    private List<Future<RecordMetadata>> send(List<AuditedBatch.Refused> refused) {
        List<Future<RecordMetadata>> sent = new ArrayList<>(refused.size());
        try {
            for (AuditedBatch.Refused one : refused) {
                sent.add(producer().send(letter(one)));
            }
        } catch (KafkaException e) {
            close();
            throw e;
        }
        return sent;
    }

    /** One record that is too large must not hold up its partition for ever. */
    private void sendCut(AuditedBatch.Refused refused, ExecutionException failure)
            throws ExecutionException, InterruptedException {
        ExecutionException last = failure;
        for (int bytes = CUT_BYTES; last.getCause() instanceof RecordTooLargeException && bytes > 0; bytes /= 8) {
            try {
                producer().send(cutLetter(refused, bytes)).get();
                return;
            } catch (ExecutionException e) {
                last = e;
            }
        }
        if (!(last.getCause() instanceof RetriableException)) {
            // A producer that failed for good stays so, though the cause may be mended.
            close();
        }
        throw last;
    }

    /** Key, value and our own headers, each as far as it fits; the headers that came with the record are left out. */
    private ProducerRecord<byte[], byte[]> cutLetter(AuditedBatch.Refused refused, int bytes) {
        ConsumerRecord<byte[], byte[]> record = refused.record();
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(
                settings.deadLetterTopic(), null, cut(record.key(), bytes), cut(record.value(), bytes));
        describe(letter.headers(), refused);
        header(letter.headers(), "audit.cut.from", Integer.toString(record.serializedValueSize()));
        return letter;
    }

    private static byte[] cut(byte[] bytes, int most) {
        return bytes == null || bytes.length <= most ? bytes : Arrays.copyOf(bytes, most);
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(CLOSE_LIMIT);
            producer = null;
        }
    }

    private ProducerRecord<byte[], byte[]> letter(AuditedBatch.Refused refused) {
        ConsumerRecord<byte[], byte[]> record = refused.record();
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(settings.deadLetterTopic(), null, record.key(), record.value(), record.headers());
        describe(letter.headers(), refused);
        return letter;
    }

    private static void describe(Headers headers, AuditedBatch.Refused refused) {
        ConsumerRecord<byte[], byte[]> record = refused.record();
        header(headers, "audit.reason", refused.why().reason().name());
        header(headers, "audit.message", refused.why().message());
        header(headers, "audit.source.topic", record.topic());
        header(headers, "audit.source.partition", Integer.toString(record.partition()));
        header(headers, "audit.source.offset", Long.toString(record.offset()));
        header(headers, "audit.source.timestamp", Long.toString(record.timestamp()));
    }

    private static void header(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    // Made when it is first needed: a service that never sees a bad record keeps no connection for one.
    private synchronized Producer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings.producerProperties());
        }
        return producer;
    }
}
