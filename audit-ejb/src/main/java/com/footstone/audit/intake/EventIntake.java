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
        PartitionBatch batch = message.getPayload();
        if (pipeline.store(batch)) {
            message.ack();
        } else {
            batch.end(PartitionBatch.Outcome.GIVEN_UP);
        }
    }
}
