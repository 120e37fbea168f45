package com.footstone.audit.intake;

import java.util.concurrent.RejectedExecutionException;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.streams.operators.ReactiveStreams;
import org.eclipse.microprofile.reactive.streams.operators.SubscriberBuilder;

/**
 * Where reactive messaging hands over: each batch goes to a thread of its own, so that partitions do not wait for each
 * other. How many are under way is bounded by the number of partitions, since a partition is read on only when its last
 * batch was acknowledged.
 *
 * <p>Nothing may be thrown from here and no message refused: either ends the stream for good.
 */
@ApplicationScoped
public class EventIntake {

    private static final System.Logger LOG = System.getLogger(EventIntake.class.getName());

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private BatchPipeline pipeline;

    @Incoming("sql-audit-events")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    public SubscriberBuilder<Message<PartitionBatch>, Void> receive() {
        return ReactiveStreams.<Message<PartitionBatch>>builder().forEach(this::handOver);
    }

    private void handOver(Message<PartitionBatch> message) {
        try {
            executor.execute(() -> audit(message));
        } catch (RejectedExecutionException e) {
            message.getPayload().end(PartitionBatch.Outcome.GIVEN_UP);
        }
    }

    private void audit(Message<PartitionBatch> message) {
        boolean stored = false;
        try {
            stored = pipeline.store(message.getPayload());
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.ERROR, "A batch failed in a way that nobody foresaw, and is repeated", e);
        } finally {
            end(message, stored);
        }
    }

    /** A batch that never ended would hold its partition up unseen. */
    private static void end(Message<PartitionBatch> message, boolean stored) {
        if (stored) {
            message.ack();
        } else {
            message.getPayload().end(PartitionBatch.Outcome.GIVEN_UP);
        }
    }
}
