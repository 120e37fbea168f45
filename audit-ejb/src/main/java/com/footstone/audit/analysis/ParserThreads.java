package com.footstone.audit.analysis;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads for parsing. They are not the server's, whose stacks are too small for a parser that recurses: a condition of a
 * thousand terms is an ordinary statement. They keep no virtual machine alive, and end when idle.
 */
public final class ParserThreads implements Executor, AutoCloseable {

    private static final long STACK_BYTES = 16 << 20;
    private static final int MOST_WAITING = 64;
    private static final int IDLE_SECONDS = 60;

    private final AtomicInteger number = new AtomicInteger();
    private final ThreadPoolExecutor pool;

    /** @param threads how many there are at most */
    public ParserThreads(int threads) {
        pool = new ThreadPoolExecutor(
                threads,
                threads,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_WAITING),
                this::thread);
        pool.allowCoreThreadTimeOut(true);
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(null, work, "audit-parser-" + number.incrementAndGet(), STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    }

    /** @throws java.util.concurrent.RejectedExecutionException if too many parses wait already */
    @Override
    public void execute(Runnable parse) {
        pool.execute(parse);
    }

    /** Lets no new parse begin; those that run end by their budget. */
    @Override
    public void close() {
        pool.shutdown();
    }
}
