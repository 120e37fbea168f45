package com.footstone.audit.bench.load;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

import com.footstone.audit.bench.stage.Kafka;

/** Events sent at a steady pace, each with the moment at which it was handed to the producer; their time is when they were due. */
public final class SteadyLoad implements AutoCloseable {

    private static final Duration TICK = Duration.ofMillis(5);

    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;
    private final Instant begin = Instant.now();
    private final long beginNanos = System.nanoTime();
    private final EventStream stream;
    private final double perSecond;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final List<SentTimes> sent =
            IntStream.range(0, Kafka.PARTITIONS).mapToObj(i -> new SentTimes()).toList();
    private final Thread thread = new Thread(this::send, "steady-load");

    /** Starts to send. */
    public SteadyLoad(Kafka kafka, String topic, RecordedStream stream, double perSecond) {
        this.producer = kafka.producer((int) TICK.toMillis());
        this.topic = topic;
        this.stream = stream.paced(begin, Duration.ofNanos((long) (1e9 / perSecond)));
        this.perSecond = perSecond;
        thread.start();
    }

    /** When the events of a partition were sent, by offset. */
    public SentTimes sent(int partition) {
        return sent.get(partition);
    }

    /** A time that no event has been before, of those from some offset on for each partition. */
    public Instant oldestAfter(long[] offsets) {
        long oldest = IntStream.range(0, offsets.length)
                .mapToLong(partition -> sent.get(partition).at(offsets[partition]))
                .filter(sentAt -> sentAt != 0)
                .min()
                .orElseGet(System::nanoTime);
        return begin.plusNanos(oldest - beginNanos);
    }

    private void send() {
        long number = 0;
        while (!ended.get()) {
            long due = (long) ((System.nanoTime() - beginNanos) / 1e9 * perSecond);
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
