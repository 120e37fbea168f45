package com.footstone.audit.faults.load;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One producer of events, which numbers them without a gap. Confined to one thread. */
final class Till implements AutoCloseable {

    private static final String TOPIC = "sql-audit-events";
    private static final Specimen[] SPECIMENS = Specimen.values();
    private static final Poison[] POISONS = Poison.values();
    /** Nothing is ever given up, whatever the broker does. */
    private static final int FOR_EVER = Integer.MAX_VALUE;

    private final String name;
    private final int partitions;
    private final Random random;
    private final Clock clock;
    private final Producer<byte[], byte[]> producer;
    private long sequence;

    Till(String name, String bootstrapServers, int partitions, Random random, Clock clock) {
        this.name = name;
        this.partitions = partitions;
        this.random = random;
        this.clock = clock;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        10,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        5_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        FOR_EVER,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        (long) FOR_EVER),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Sends an event; what the service must make of it travels in a header, which it does not read. */
    void sendEvent(Callback whenTaken) {
        Specimen specimen = SPECIMENS[random.nextInt(SPECIMENS.length)];
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("timestamp", clock.instant().toString())
                .put("application", name)
                .put("producerId", name)
                .put("producerSeq", sequence)
                .put("eventId", name + "-" + sequence)
                .put("dbSystem", "postgresql");
        sequence++;
        specimen.write(event, random.nextInt(1_000_000));
        send(event.toString().getBytes(StandardCharsets.UTF_8), specimen.name(), whenTaken);
    }

    void sendPoison(Callback whenTaken) {
        Poison poison = POISONS[random.nextInt(POISONS.length)];
        send(poison.value(), poison.name(), whenTaken);
    }

    private void send(byte[] value, String expected, Callback whenTaken) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(TOPIC, random.nextInt(partitions), null, value);
        record.headers().add(Load.EXPECTED, expected.getBytes(StandardCharsets.UTF_8));
        var unused = producer.send(record, whenTaken);
    }

    /** Waits until the broker has everything. */
    void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
