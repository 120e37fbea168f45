package com.footstone.audit.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.apache.kafka.common.TopicPartition;

import com.footstone.audit.intake.IntakeMetrics.Stage;
import com.footstone.audit.query.StoreFault;
import com.footstone.audit.sink.FencedException;

/**
 * Takes the steps of one batch, each as often as it needs. While a step fails, the status says which one and why, so that
 * the probe and the operator see it; nothing else is read of the partition meanwhile.
 */
final class Persistent {

    private static final System.Logger LOG = System.getLogger(Persistent.class.getName());

    private final PartitionBatch batch;
    private final TopicPartition partition;
    private final IntakeStatus status;
    private final IntakeMetrics metrics;
    private final boolean traced;
    private final List<StepTime> times = new ArrayList<>();

    /**
     * @param traced whether to remember when each step ran
     */
    Persistent(PartitionBatch batch, IntakeStatus status, IntakeMetrics metrics, boolean traced) {
        this.batch = batch;
        this.partition = batch.name();
        this.status = status;
        this.metrics = metrics;
        this.traced = traced;
    }

    void run(Stage stage, Action action) throws FencedException, AbandonedException {
        take(stage, () -> {
            action.run();
            return null;
        });
    }

    <T> T take(Stage stage, Step<T> step) throws FencedException, AbandonedException {
        Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(15));
        for (boolean failed = false; ; failed = true) {
            long begun = System.nanoTime();
            try {
                T result = step.take();
                took(stage, begun);
                if (failed) {
                    status.resumed(partition);
                }
                return result;
            } catch (FencedException | AbandonedException e) {
                status.resumed(partition);
                throw e;
            } catch (Exception e) {
                took(stage, begun);
                failed(stage, e);
                if (batch.abandonedWithin(backoff.next())) {
                    // Whatever holds the partition up now, its new owner will tell.
                    status.resumed(partition);
                    throw new AbandonedException(batch);
                }
            }
        }
    }

    /** When each try of each step ran, in order; empty if that is not remembered. */
    List<StepTime> times() {
        return List.copyOf(times);
    }

    private void took(Stage stage, long begun) {
        long ended = System.nanoTime();
        metrics.took(stage, Duration.ofNanos(ended - begun));
        if (traced) {
            times.add(new StepTime(stage, begun, ended));
        }
    }

    private void failed(Stage stage, Exception failure) {
        metrics.error(stage);
        String reason = stage.label() + " " + StoreFault.behind(failure).reason();
        status.stalled(partition, reason);
        LOG.log(System.Logger.Level.WARNING, "{0} is tried again: {1}", batch, reason);
    }

    /** A step with a result. */
    interface Step<T> {
        T take() throws Exception;
    }

    /** A step without one. */
    interface Action {
        void run() throws Exception;
    }
}
