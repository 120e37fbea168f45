package com.footstone.audit.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;

import jakarta.ejb.EJBException;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;

import com.footstone.audit.query.StoreFault;
import com.footstone.audit.sink.IntakePositions;
import com.footstone.audit.sink.Position;

/** Finds out where to read a partition from, and shuts out whoever owned it before. */
final class PartitionTakeover {

    private static final System.Logger LOG = System.getLogger(PartitionTakeover.class.getName());

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Supplier<IntakePositions> positions;
    private final IntakeMetrics metrics;
    private final IntakeStatus status;

    PartitionTakeover(Supplier<IntakePositions> positions, IntakeMetrics metrics, IntakeStatus status) {
        this.positions = positions;
        this.metrics = metrics;
        this.status = status;
    }

    /** Takes the partition over; if a store is away, the partition rests. */
    void take(KafkaConsumer<?, ?> consumer, OwnedPartition partition, Instant now) {
        TopicPartition name = partition.name();
        try {
            Position position = positions
                    .get()
                    .take(name.topic(), name.partition())
                    .orElseGet(() -> positions.get().begin(name.topic(), name.partition(), start(consumer, name)));
            partition.take(position);
            consumer.seek(name, position.next());
            status.resumed(name);
        } catch (EJBException e) {
            partition.takeLater(now);
            String reason = "PostgreSQL " + StoreFault.behind(e).reason();
            status.stalled(name, reason);
            LOG.log(System.Logger.Level.WARNING, "{0} cannot be taken over and is tried again: {1}", name, reason);
        } catch (TimeoutException | WakeupException e) {
            partition.takeNotBefore(Instant.MIN);
        }
    }

    /**
     * Goes on where Kafka still has records, and says what it no longer has.
     *
     * @return whether that is settled; if not, Kafka did not answer and has to be asked again
     */
    boolean passOver(KafkaConsumer<?, ?> consumer, OwnedPartition partition) {
        try {
            passOver(consumer, partition, first(consumer, partition.name()));
            return true;
        } catch (TimeoutException | WakeupException e) {
            return false;
        }
    }

    private void passOver(KafkaConsumer<?, ?> consumer, OwnedPartition partition, long first) {
        TopicPartition name = partition.name();
        if (partition.next() < first) {
            long gone = partition.gone(first);
            metrics.lost(gone);
            LOG.log(
                    System.Logger.Level.ERROR,
                    "Kafka deleted {0} offsets of {1} from {2} on before they were audited: retention is too short"
                            + " for the outage",
                    gone,
                    name,
                    partition.next());
            consumer.seek(name, first);
            return;
        }
        // Reading on would give new events the identity of old ones, so a person has to decide.
        consumer.seek(name, first);
        partition.takeNotBefore(Instant.MAX);
        String reason = "stored up to offset " + partition.next() + ", which Kafka does not have: was the topic made"
                + " anew? Restore it, or have events sent to and read from (kafka.topic) a topic of another name, since an"
                + " event is known by its topic, partition and offset";
        status.stalled(name, reason);
        LOG.log(System.Logger.Level.ERROR, "{0} is {1}", name, reason);
    }

    private static long start(KafkaConsumer<?, ?> consumer, TopicPartition name) {
        OffsetAndMetadata committed = consumer.committed(Set.of(name), PATIENCE).get(name);
        long first = first(consumer, name);
        return committed == null ? first : Math.max(first, committed.offset());
    }

    private static long first(KafkaConsumer<?, ?> consumer, TopicPartition name) {
        return consumer.beginningOffsets(Set.of(name), PATIENCE).get(name);
    }
}
