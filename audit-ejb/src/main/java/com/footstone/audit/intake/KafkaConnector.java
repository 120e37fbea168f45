package com.footstone.audit.intake;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.eclipse.microprofile.reactive.messaging.spi.IncomingConnectorFactory;
import org.eclipse.microprofile.reactive.streams.operators.PublisherBuilder;
import org.eclipse.microprofile.reactive.streams.operators.ReactiveStreams;
import org.reactivestreams.FlowAdapters;

/**
 * Brings Kafka into reactive messaging, a batch of one partition as one message. Why it is our own and not the server's
 * connector is told in {@code docs/adr/0003-own-kafka-connector.md}.
 *
 * <p>Acknowledging a message lets its partition be read on. Nothing is read before {@link Intake} opens.
 */
@ApplicationScoped
@Connector(KafkaConnector.NAME)
public class KafkaConnector implements IncomingConnectorFactory {

    static final String NAME = "audit-kafka";

    // The loops' threads deliver: whoever receives a message hands it on and does not work on it.
    private final SubmissionPublisher<Message<PartitionBatch>> messages =
            new SubmissionPublisher<>(Runnable::run, Flow.defaultBufferSize());

    @Inject
    private IntakeStatus status;

    @Override
    public PublisherBuilder<? extends Message<?>> getPublisherBuilder(Config channel) {
        return ReactiveStreams.fromPublisher(FlowAdapters.toPublisher(messages));
    }

    /** Sends a batch on its way. A stream that failed has no listener any more and never gets one again. */
    void emit(PartitionBatch batch) {
        if (!messages.hasSubscribers()) {
            status.streamEnded("the stream of events ended; restart the service");
            batch.end(PartitionBatch.Outcome.GIVEN_UP);
            return;
        }
        messages.submit(Message.of(batch, () -> {
            batch.end(PartitionBatch.Outcome.STORED);
            return CompletableFuture.completedFuture(null);
        }));
    }
}
