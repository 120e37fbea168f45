package com.footstone.audit.capture.delivery;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Executions on their way to Kafka, bounded by the bytes they hold. An execution counts against the bound from when it
 * is offered until {@link #release} says that Kafka has it or it was given up. Offering never waits and takes no lock.
 */
final class EventQueue {

    private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();
    private final long limitBytes;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final LongAdder captured = new LongAdder();
    private volatile boolean closed;

    EventQueue(long limitBytes) {
        this.limitBytes = limitBytes;
    }

    /**
     * An execution in the queue.
     *
     * @param droppedBefore how many executions had been turned away when this one entered
     */
    record Entry(CapturedExecution execution, long droppedBefore) {}

    /** Takes the execution, or drops and counts it where the queue is full or closed. */
    boolean offer(CapturedExecution execution) {
        captured.increment();
        if (closed) {
            dropped.incrementAndGet();
            return false;
        }
        long size = execution.bytes();
        if (bytes.addAndGet(size) > limitBytes) {
            bytes.addAndGet(-size);
            dropped.incrementAndGet();
            return false;
        }
        entries.add(new Entry(execution, dropped.get()));
        return true;
    }

    /** The oldest entry, or {@code null} if there is none. Its bytes stay counted until {@link #release}. */
    Entry poll() {
        return entries.poll();
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Gives the bytes of an execution back that has left for good. */
    void release(CapturedExecution execution) {
        bytes.addAndGet(-execution.bytes());
    }

    /** From now on everything offered is dropped. */
    void close() {
        closed = true;
    }

    long queuedBytes() {
        return bytes.get();
    }

    /** How many executions were turned away. */
    long dropped() {
        return dropped.get();
    }

    long captured() {
        return captured.sum();
    }
}
