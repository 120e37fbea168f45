package com.footstone.audit.faults.load;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/** Several applications that execute statements at a steady pace, and now and then send something that is no event. */
public final class Load implements AutoCloseable {

    /** Header that names the {@link Specimen} or the {@link Poison}. */
    public static final String EXPECTED = "expected";

    private static final int TILLS = 4;
    private static final Duration TICK = Duration.ofMillis(50);
    private static final double POISONED = 0.01;
    /** While the broker is away, no more than this is kept for it. */
    private static final long MOST_UNTAKEN = 5_000;

    private final int perSecond;
    private final Random random;
    private final List<Till> tills = new ArrayList<>();
    private final AtomicInteger burst = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();
    private final Map<Integer, Long> ends = new HashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "load");
    private volatile Exception failure;

    /**
     * Describes the load.
     *
     * @param partitions of the topic
     * @param perSecond records a second
     */
    public Load(String bootstrapServers, int partitions, int perSecond, long seed) {
        this.perSecond = perSecond;
        this.random = new Random(seed);
        for (int number = 1; number <= TILLS; number++) {
            tills.add(new Till(
                    "till-" + number, bootstrapServers, partitions, new Random(random.nextLong()), Clock.systemUTC()));
        }
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Adds so many records that are no events. */
    public void poison(int records) {
        burst.addAndGet(records);
    }

    private void run() {
        double due = 0;
        long last = System.nanoTime();
        try {
            while (!stopped.await(TICK.toMillis(), TimeUnit.MILLISECONDS)) {
                long now = System.nanoTime();
                due = Math.min(due + perSecond * (now - last) / 1e9, perSecond);
                last = now;
                for (; due >= 1 && sent.get() - taken.get() < MOST_UNTAKEN; due--) {
                    send(random.nextDouble() < POISONED);
                }
                for (int left = burst.getAndSet(0); left > 0; left--) {
                    send(true);
                }
            }
            tills.forEach(Till::flush);
        } catch (KafkaException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(boolean poison) {
        Till till = tills.get(random.nextInt(TILLS));
        sent.incrementAndGet();
        if (poison) {
            till.sendPoison(this::taken);
        } else {
            till.sendEvent(this::taken);
        }
    }

    private void taken(RecordMetadata place, Exception fault) {
        taken.incrementAndGet();
        if (fault != null) {
            failure = fault;
            return;
        }
        synchronized (ends) {
            ends.merge(place.partition(), place.offset() + 1, Math::max);
        }
    }

    /** By partition, the offset behind the last record that the broker has acknowledged. */
    public Map<Integer, Long> ends() {
        synchronized (ends) {
            return Map.copyOf(ends);
        }
    }

    /** Records that the broker has acknowledged. */
    public long taken() {
        return taken.get();
    }

    /**
     * Sends no more, and waits until the broker has everything.
     *
     * @throws IllegalStateException if it does not take it
     */
    public void finish(Duration limit) throws InterruptedException {
        stopped.countDown();
        thread.join(limit.toMillis());
        if (thread.isAlive() || failure != null) {
            throw new IllegalStateException("the broker did not take every record", failure);
        }
    }

    @Override
    public void close() {
        stopped.countDown();
        tills.forEach(Till::close);
    }
}
