package com.footstone.audit.capture.delivery;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import com.footstone.audit.capture.settings.CaptureSettings;

/** The way of executions to Kafka: offer, and forget. */
public final class EventDelivery {

    private static final long WATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    /** One blocked hand-over and one pause, which the sender does not cut short. */
    private static final Duration LAST_STEP = Duration.ofSeconds(2);

    private final EventQueue queue;
    private final FailureLog failures = new FailureLog();
    private final EventSender sender;
    private final Thread thread;
    private final StatisticsBean bean;

    /**
     * Starts the sender's thread. Does not wait for Kafka.
     *
     * @param reclaim run now and then on the sender's thread
     */
    public EventDelivery(CaptureSettings settings, Runnable reclaim) {
        String token = ProducerIdentity.newToken();
        queue = new EventQueue(settings.queueBytes());
        sender = new EventSender(settings, token, queue, failures, reclaim);
        thread = new Thread(sender, "audit-capture-sender");
        thread.setDaemon(true);
        // Kafka finds its classes through this loader; the application's own thread may have quite another.
        thread.setContextClassLoader(EventDelivery.class.getClassLoader());
        bean = StatisticsBean.register(this::statistics, token);
        thread.start();
    }

    /** Takes an execution, or drops and counts it; never waits. */
    public void offer(CapturedExecution execution) {
        queue.offer(execution);
    }

    /** Where failures inside capture are counted. */
    public FailureLog failures() {
        return failures;
    }

    /** The counts as they are now. */
    public CaptureStatistics statistics() {
        return new CaptureStatistics(
                queue.captured(),
                sender.sent(),
                queue.dropped() + sender.givenUp(),
                queue.queuedBytes(),
                failures.count());
    }

    /** Waits until Kafka has everything that was offered before, up to the given time; answers whether it has. */
    public boolean flush(Duration timeout) {
        long until = System.nanoTime() + timeout.toNanos();
        while (queue.queuedBytes() > 0 && System.nanoTime() - until < 0) {
            LockSupport.parkNanos(WATCH_NANOS);
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
        }
        return queue.queuedBytes() == 0;
    }

    /** Takes nothing more, sends what is there for up to the given time, drops and counts the rest, ends the thread. */
    public void close(Duration timeout) {
        queue.close();
        sender.close(timeout);
        LockSupport.unpark(thread);
        try {
            thread.join(timeout.plus(LAST_STEP).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        bean.unregister();
    }
}
