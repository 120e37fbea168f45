package com.footstone.audit.bench.load;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

import com.footstone.audit.bench.stage.Kafka;

/** Events sent at a steady pace, each with the moment at which it was handed to the producer. */
public final class SteadyLoad implements AutoCloseable {

    private static final Duration TICK = Duration.ofMillis(5);

    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;
    private final EventStream stream;
    private final double perSecond;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final List<SentTimes> sent =
            IntStream.range(0, Kafka.PARTITIONS).mapToObj(i -> new SentTimes()).toList();
    private final Thread thread = new Thread(this::send, "steady-load");

    /** Starts to send. */
    public SteadyLoad(Kafka kafka, String topic, EventStream stream, double perSecond) {
        this.producer = kafka.producer((int) TICK.toMillis());
        this.topic = topic;
        this.stream = stream;
        this.perSecond = perSecond;
        thread.start();
    }

    /** When the events of a partition were sent, by offset. */
    public SentTimes sent(int partition) {
        return sent.get(partition);
    }

    private void send() {
        long start = System.nanoTime();
        long number = 0;
        while (!ended.get()) {
            long due = (long) ((System.nanoTime() - start) / 1e9 * perSecond);
            while (number < due) {
                send(stream.event(topic, number++));
            }
            LockSupport.parkNanos(TICK.toNanos());
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // An event that was not taken is never seen, and so never measured.
    private void send(ProducerRecord<byte[], byte[]> record) {
        long now = System.nanoTime();
        producer.send(record, (place, failure) -> keep(place, failure, now));
    }

    private void keep(RecordMetadata place, Exception failure, long sentAt) {
        if (failure == null) {
            sent.get(place.partition()).keep(place.offset(), sentAt);
        }
    }

    /** Ends it, after what was begun. */
    @Override
    public void close() {
        ended.set(true);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close();
    }
}
