package com.footstone.audit.capture.delivery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.footstone.audit.capture.settings.CaptureSettings;

/**
 * The one thread that numbers, encodes and sends. It wakes by itself, so that the application's threads never have to wake
 * it. Numbers are given as executions leave the queue for Kafka: what was dropped before never had one, so the sequence
 * has no gaps; what Kafka refuses for good leaves a gap and is counted as dropped.
 */
final class EventSender implements Runnable, KafkaLink.Confirmations {

    private static final Logger LOG = LoggerFactory.getLogger("com.footstone.audit.capture");
    private static final long MIN_IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long MAX_IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final CaptureSettings settings;
    private final String token;
    private final EventQueue queue;
    private final FailureLog failures;
    private final Runnable reclaim;
    private final KafkaLink link;
    private final Deque<Delivery> again = new ArrayDeque<>();
    private final LongAdder sent = new LongAdder();
    private final AtomicLong givenUp = new AtomicLong();
    private EventEncoder encoder;
    private long nextSeq;
    private long lastDropped;
    private volatile long closeAtNanos;
    private volatile boolean closing;

    /** @param reclaim run now and then on the sender's thread, to find executions the application has forgotten */
    EventSender(CaptureSettings settings, String token, EventQueue queue, FailureLog failures, Runnable reclaim) {
        this.settings = settings;
        this.token = token;
        this.queue = queue;
        this.failures = failures;
        this.reclaim = reclaim;
        this.link = new KafkaLink(ProducerProperties.of(settings), settings.maxEventBytes(), this);
    }

    @Override
    public void run() {
        long idleNanos = MIN_IDLE_NANOS;
        while (!isFinished()) {
            boolean worked = step();
            idleNanos = worked ? MIN_IDLE_NANOS : Math.min(idleNanos * 2, MAX_IDLE_NANOS);
            if (!worked) {
                LockSupport.parkNanos(idleNanos);
            }
        }
        finish();
    }

    /** Lets the thread end when everything is sent, or at the latest after the given time. */
    void close(Duration timeout) {
        closeAtNanos = System.nanoTime() + timeout.toNanos();
        closing = true;
    }

    /** How many events Kafka has confirmed. */
    long sent() {
        return sent.sum();
    }

    /** How many executions left the queue and were not sent: too large, refused by Kafka, or late at the end. */
    long givenUp() {
        return givenUp.get();
    }

    @Override
    public void confirmed(Delivery delivery) {
        queue.release(delivery.execution());
        sent.increment();
    }

    @Override
    public void refused(Delivery delivery, Exception reason) {
        giveUp(delivery.execution());
        failures.report(
                "Kafka refuses an event as too large, which is dropped and counted; raise message.max.bytes of the"
                        + " broker or max.message.bytes of the topic, or lower AUDIT_EVENT_BYTES",
                reason);
    }

    private boolean isFinished() {
        if (!closing) {
            return false;
        }
        boolean settled = again.isEmpty() && queue.isEmpty() && link.isSettled();
        return settled || System.nanoTime() - closeAtNanos >= 0;
    }

    private boolean step() {
        try {
            if (encoder == null) {
                encoder = new EventEncoder(settings, ProducerIdentity.of(settings, token));
            }
            reclaim.run();
            if (link.failure() != null) {
                restart(link.failure());
            }
            return !link.isFull() && sendNext();
        } catch (KafkaLink.NotTakenException e) {
            failures.report("events wait in the queue because Kafka cannot be reached", e.getCause());
            LockSupport.parkNanos(RETRY_NANOS);
            return true;
        } catch (Throwable e) {
            // The thread must outlive whatever happens in it: there is no other.
            failures.report("events wait in the queue because none can be sent", e);
            LockSupport.parkNanos(RETRY_NANOS);
            return true;
        }
    }

    private void restart(Exception failure) {
        failures.report("the Kafka producer failed and is replaced; events are sent again", failure);
        List<Delivery> unconfirmed = link.abandon();
        for (int i = unconfirmed.size() - 1; i >= 0; i--) {
            again.addFirst(unconfirmed.get(i));
        }
        LockSupport.parkNanos(RETRY_NANOS);
    }

    private boolean sendNext() {
        Delivery next = again.peekFirst();
        if (next != null) {
            link.send(next, encoder.encode(next.execution(), next.seq(), next.dropped()));
            again.removeFirst();
            return true;
        }
        EventQueue.Entry entry = queue.poll();
        if (entry == null) {
            return false;
        }
        sendFirst(entry);
        return true;
    }

    private void sendFirst(EventQueue.Entry entry) {
        long dropped = Math.max(lastDropped, entry.droppedBefore() + givenUp.get());
        ProducerRecord<byte[], byte[]> encoded = encode(entry.execution(), dropped);
        if (encoded == null) {
            return;
        }
        Delivery delivery = new Delivery(entry.execution(), nextSeq++, dropped);
        lastDropped = dropped;
        again.addFirst(delivery);
        link.send(delivery, encoded);
        again.removeFirst();
    }

    /** The encoded event, or {@code null} where it cannot be sent and has been dropped, before it had a number. */
    private ProducerRecord<byte[], byte[]> encode(CapturedExecution execution, long dropped) {
        if (execution.sql().length() <= settings.maxEventBytes()) {
            try {
                ProducerRecord<byte[], byte[]> encoded = encoder.encode(execution, nextSeq, dropped);
                if (encoded.value().length <= settings.maxEventBytes()) {
                    return encoded;
                }
            } catch (RuntimeException | Error e) {
                giveUp(execution);
                failures.report("an event cannot be written and is dropped and counted", e);
                return null;
            }
        }
        giveUp(execution);
        failures.report("an event is larger than AUDIT_EVENT_BYTES and is dropped and counted");
        return null;
    }

    private void giveUp(CapturedExecution execution) {
        queue.release(execution);
        givenUp.incrementAndGet();
    }

    private void finish() {
        long left = closeAtNanos - System.nanoTime();
        long before = givenUp.get();
        try {
            link.closeProducer(Duration.ofNanos(Math.max(0, left)));
        } catch (RuntimeException e) {
            failures.report("the Kafka producer did not close cleanly", e);
        }
        again.addAll(link.abandon());
        for (Delivery late : again) {
            // A confirmation may still come from Kafka's thread.
            if (late.markDone()) {
                giveUp(late.execution());
            }
        }
        for (EventQueue.Entry lost = queue.poll(); lost != null; lost = queue.poll()) {
            giveUp(lost.execution());
        }
        if (givenUp.get() > before) {
            LOG.warn(
                    "Capture of SQL ended before Kafka had everything: {} events are lost."
                            + " A longer AUDIT_CLOSE_TIMEOUT waits longer",
                    givenUp.get() - before);
        }
    }
}
