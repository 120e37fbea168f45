package com.footstone.audit.dev.process;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** A service under supervision: it is up or down, and comes back on the same port with the same data. */
public final class Supervised implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final ManagedService service;
    private final Consumer<String> progress;
    private ChildProcess process;
    private boolean closed;

    public Supervised(ManagedService service, Consumer<String> progress) {
        this.service = service;
        this.progress = progress;
    }

    /**
     * Starts the process, without waiting for it to answer. Does nothing when it is up.
     *
     * @throws ServiceException if it cannot be started
     */
    public void launch() {
        if (isUp()) {
            return;
        }
        try {
            service.prepare();
            launchPrepared();
        } catch (IOException e) {
            throw new ServiceException(service.name() + " cannot be started: " + e.getMessage(), e);
        }
    }

    /** A close that comes while another thread is starting must not leave a process behind. */
    private synchronized void launchPrepared() throws IOException {
        if (closed) {
            throw new ServiceException(service.name() + " is not started: the development services are closing");
        }
        service.port().requireFree(service.name());
        progress.accept(service.name() + ": starting on port " + service.port().number());
        process = service.launch();
    }

    /**
     * Waits until it can be used.
     *
     * @throws ServiceException if it ends or does not answer in time; its last log lines are in the message
     */
    public void awaitReady() {
        long start = System.nanoTime();
        ChildProcess starting = current();
        while (!service.answers()) {
            if (starting == null || !starting.isAlive()) {
                throw failure("ended while starting.", starting);
            }
            if (System.nanoTime() - start > service.startLimit().toNanos()) {
                starting.stop();
                throw failure("did not answer within " + service.startLimit().toSeconds() + " s.", starting);
            }
            pause();
        }
        try {
            service.complete();
        } catch (IOException e) {
            throw new ServiceException(service.name() + " cannot be set up: " + e.getMessage(), e);
        }
        progress.accept(service.name() + ": ready after "
                + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
    }

    private ServiceException failure(String what, ChildProcess of) {
        return new ServiceException(service.name() + " " + what + (of == null ? "" : " " + of.lastWords()));
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException(service.name() + ": interrupted while starting", e);
        }
    }

    private synchronized ChildProcess current() {
        return process;
    }

    public synchronized boolean isUp() {
        return process != null && process.isAlive();
    }

    /** Has it end in good order; its data stays. */
    public synchronized void stop() {
        if (process != null) {
            process.stop();
            process = null;
        }
    }

    /** Ends it as {@code kill -9} does; its data stays. */
    public synchronized void kill() {
        if (process != null) {
            process.kill();
            process = null;
        }
    }

    /** Ids of its processes, the first being the one that this process started; empty when it is down. */
    public synchronized List<Long> pids() {
        return isUp() ? process.pids() : List.of();
    }

    /** Stops it for good. */
    @Override
    public synchronized void close() {
        closed = true;
        stop();
    }
}
