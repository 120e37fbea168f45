package com.footstone.audit.bench.load;

import java.util.concurrent.atomic.AtomicReference;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

import com.footstone.audit.bench.stage.Stage;

/** A topic that was filled before anybody read it. */
public final class TopicLoad {

    private static final int LINGER_MILLIS = 20;

    /** Two of the product's batches of each partition: what it may have stored more than was asked for by the next look. */
    private static final long OVERSHOOT = 60_000;

    private TopicLoad() {}

    /** How many events it takes to measure some of them: they must not end before the last look. */
    public static long ample(long measured) {
        return measured * 11 / 10 + OVERSHOOT;
    }

    /** Makes the topic and fills it. Returns the mean size of a value in bytes. */
    @SuppressWarnings("FutureReturnValueIgnored") // The callback hears of every failure.
    public static double fill(Stage stage, String topic, EventStream stream, long count) {
        stage.kafka().create(topic);
        AtomicReference<Exception> failure = new AtomicReference<>();
        long bytes = 0;
        try (KafkaProducer<byte[], byte[]> producer = stage.kafka().producer(LINGER_MILLIS)) {
            for (long number = 0; number < count && failure.get() == null; number++) {
                ProducerRecord<byte[], byte[]> event = stream.event(topic, number);
                bytes += event.value().length;
                producer.send(event, (place, problem) -> {
                    if (problem != null) {
                        failure.set(problem);
                    }
                });
            }
        }
        if (failure.get() != null) {
            throw new IllegalStateException("The topic " + topic + " could not be filled", failure.get());
        }
        double mean = (double) bytes / count;
        stage.say(String.format("%s: %,d events of %.0f bytes: %s", topic, count, mean, stream.describe()));
        return mean;
    }
}
