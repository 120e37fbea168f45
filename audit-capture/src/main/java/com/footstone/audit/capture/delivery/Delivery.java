package com.footstone.audit.capture.delivery;

import java.util.concurrent.atomic.AtomicBoolean;

/** A numbered execution, until Kafka has it. A number once given stays, however often the event has to be sent. */
final class Delivery {

    private final CapturedExecution execution;
    private final long seq;
    private final long dropped;
    private final AtomicBoolean done = new AtomicBoolean();

    Delivery(CapturedExecution execution, long seq, long dropped) {
        this.execution = execution;
        this.seq = seq;
        this.dropped = dropped;
    }

    CapturedExecution execution() {
        return execution;
    }

    long seq() {
        return seq;
    }

    /** How many events had been dropped when this one was numbered. */
    long dropped() {
        return dropped;
    }

    /** Whether Kafka has it or has refused it for good. */
    boolean done() {
        return done.get();
    }

    /** Notes that it is done; answers whether it was not before. */
    boolean markDone() {
        return done.compareAndSet(false, true);
    }
}
