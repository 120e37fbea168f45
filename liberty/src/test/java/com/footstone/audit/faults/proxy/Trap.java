package com.footstone.audit.faults.proxy;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Something to be done, once, as soon as one of some moments comes. The bytes wait until it is done. */
public final class Trap {

    /** What becomes of the bytes that follow the moment. */
    public enum Passage {
        PASS,
        /** They and their connection are gone. */
        BREAK
    }

    private final Set<Moment> moments;
    private final Supplier<Passage> action;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CountDownLatch sprung = new CountDownLatch(1);

    public Trap(Set<Moment> moments, Supplier<Passage> action) {
        this.moments = Set.copyOf(moments);
        this.action = action;
    }

    /** Does it if the moment is right and it was not done yet. */
    Passage come(Moment moment) {
        if (!moments.contains(moment) || !taken.compareAndSet(false, true)) {
            return Passage.PASS;
        }
        sprung.countDown();
        return action.get();
    }

    /** Waits for the moment; if it does not come in time, it is not waited for any longer and false is returned. */
    public boolean awaitSprung(Duration limit) throws InterruptedException {
        return sprung.await(limit.toMillis(), TimeUnit.MILLISECONDS) || !taken.compareAndSet(false, true);
    }
}
