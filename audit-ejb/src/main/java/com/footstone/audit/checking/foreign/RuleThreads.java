package com.footstone.audit.checking.foreign;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads for rules of others. Nothing waits in line, so that a rule's budget is its own. They have no part in the server's
 * transactions, keep no virtual machine alive, and end when idle; one whose rule never comes back is lost.
 */
final class RuleThreads implements Executor, AutoCloseable {

    private static final int MOST = 64;
    private static final int IDLE_SECONDS = 60;

    private final AtomicInteger number = new AtomicInteger();
    private final ThreadPoolExecutor pool =
            new ThreadPoolExecutor(0, MOST, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread);

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "audit-rule-" + number.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** @throws java.util.concurrent.RejectedExecutionException if all of them are busy */
    @Override
    public void execute(Runnable work) {
        pool.execute(work);
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
