package com.footstone.audit.capture.delivery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The connection to Kafka, as the sender's thread sees it. Knows which deliveries Kafka has not confirmed, so that they
 * can be sent again, in order, by a new producer when the present one has failed for good. All methods belong to the
 * sender's thread; Kafka's own thread only runs the confirmations.
 */
final class KafkaLink {

    /** Who learns what became of a delivery, on Kafka's thread or the sender's. */
    interface Confirmations {
        void confirmed(Delivery delivery);

        /** Kafka will never take it: it is larger than the topic admits. */
        void refused(Delivery delivery, Exception reason);
    }

    private final Map<String, Object> properties;
    private final Confirmations confirmations;
    private final Deque<Delivery> unconfirmed = new ArrayDeque<>();
    private final long windowBytes;
    private AtomicLong bytesInFlight = new AtomicLong();
    private volatile KafkaProducer<byte[], byte[]> producer;
    private volatile Exception failure;

    KafkaLink(Map<String, Object> properties, long windowBytes, Confirmations confirmations) {
        this.properties = properties;
        this.windowBytes = windowBytes;
        this.confirmations = confirmations;
    }

    /** Whether Kafka has confirmed so little that no more should be handed to it now. */
    boolean isFull() {
        return bytesInFlight.get() > windowBytes;
    }

    /** Whether everything handed over has been confirmed. */
    boolean isSettled() {
        forgetDone();
        return unconfirmed.isEmpty();
    }

    /** Why the present producer cannot go on, or {@code null} if it can. */
    Exception failure() {
        return failure;
    }

    /**
     * Hands a delivery over.
     *
     * @throws NotTakenException if Kafka could not take it now; it has to be offered again
     * @throws org.apache.kafka.common.KafkaException if no producer can be made with the present properties
     */
    void send(Delivery delivery, ProducerRecord<byte[], byte[]> encoded) {
        if (producer == null) {
            producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        }
        forgetDone();
        Attempt attempt = new Attempt(delivery, producer, bytesInFlight, encoded.value().length);
        attempt.make(encoded);
        unconfirmed.addLast(delivery);
    }

    /** Gives the present producer up and returns what it had not confirmed, oldest first. */
    List<Delivery> abandon() {
        closeProducer(Duration.ZERO);
        failure = null;
        // The old producer goes on counting down the old one.
        bytesInFlight = new AtomicLong();
        forgetDone();
        List<Delivery> again = new ArrayList<>(unconfirmed);
        again.removeIf(Delivery::done);
        unconfirmed.clear();
        return again;
    }

    void closeProducer(Duration timeout) {
        KafkaProducer<byte[], byte[]> closing = producer;
        if (closing != null) {
            producer = null;
            closing.close(timeout);
        }
    }

    private void forgetDone() {
        while (!unconfirmed.isEmpty() && unconfirmed.peekFirst().done()) {
            unconfirmed.removeFirst();
        }
    }

    /** All else may pass: an outage, missing rights, a topic that is not set up as it should be. */
    private static boolean isRefusal(Exception exception) {
        return exception instanceof RecordTooLargeException;
    }

    /** One handing-over of a delivery to one producer. */
    private final class Attempt implements Callback {

        private final Delivery delivery;
        private final KafkaProducer<byte[], byte[]> by;
        private final AtomicLong inFlight;
        private final int size;
        private final Thread sender = Thread.currentThread();
        private Exception notTaken;

        Attempt(Delivery delivery, KafkaProducer<byte[], byte[]> by, AtomicLong inFlight, int size) {
            this.delivery = delivery;
            this.by = by;
            this.inFlight = inFlight;
            this.size = size;
        }

        @SuppressWarnings("FutureReturnValueIgnored") // The callback hears of every outcome.
        void make(ProducerRecord<byte[], byte[]> message) {
            inFlight.addAndGet(size);
            try {
                by.send(message, this);
            } catch (RuntimeException e) {
                notTaken = e;
            }
            if (notTaken != null) {
                inFlight.addAndGet(-size);
                throw new NotTakenException(notTaken);
            }
        }

        @Override
        public void onCompletion(RecordMetadata metadata, Exception exception) {
            if (exception == null) {
                settle(() -> confirmations.confirmed(delivery));
            } else if (isRefusal(exception)) {
                settle(() -> confirmations.refused(delivery, exception));
            } else if (Thread.currentThread() == sender) {
                // send() reports this way that it found no metadata or no memory in time: the event was not even taken.
                notTaken = exception;
            } else if (by == producer) {
                failure = exception;
            }
        }

        /** A producer that was given up may still confirm what its successor sends again: what counts is the first. */
        private void settle(Runnable outcome) {
            inFlight.addAndGet(-size);
            if (delivery.markDone()) {
                outcome.run();
            }
        }
    }

    /** Kafka could not take an event now. */
    static final class NotTakenException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotTakenException(Exception cause) {
            super("Kafka did not take the event; it is offered again", cause);
        }
    }
}
