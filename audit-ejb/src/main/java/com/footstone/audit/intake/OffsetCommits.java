package com.footstone.audit.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Tells Kafka how far partitions are stored, for those who watch the group. Nothing depends on it, but a commit that got
 * lost is repeated, so that a partition at rest does not look as if it lagged. Confined to the loop's thread.
 */
final class OffsetCommits {

    private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);
    private static final Duration LAST_LIMIT = Duration.ofSeconds(2);

    private final KafkaConsumer<?, ?> consumer;
    private final Clock clock;
    private final Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
    private boolean underWay;
    private Instant notBefore = Instant.MIN;

    OffsetCommits(KafkaConsumer<?, ?> consumer, Clock clock) {
        this.consumer = consumer;
        this.clock = clock;
    }

    /** Commits what was stored since the last time, without waiting for the answer. */
    void send(Collection<OwnedPartition> partitions) {
        if (underWay || clock.instant().isBefore(notBefore)) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> due = due(partitions);
        if (!due.isEmpty()) {
            underWay = true;
            consumer.commitAsync(due, this::answered);
        }
    }

    private void answered(Map<TopicPartition, OffsetAndMetadata> offsets, Exception failure) {
        underWay = false;
        if (failure == null) {
            committed.putAll(offsets);
        } else {
            notBefore = clock.instant().plus(AGAIN_AFTER);
        }
    }

    /** Commits before partitions are given back, so that their next owner finds Kafka in agreement with PostgreSQL. */
    void sendLast(Collection<OwnedPartition> leaving) {
        Map<TopicPartition, OffsetAndMetadata> due = due(leaving);
        try {
            if (!due.isEmpty()) {
                consumer.commitSync(due, LAST_LIMIT);
            }
        } catch (KafkaException e) {
            // The next owner commits what PostgreSQL says.
        }
        leaving.forEach(partition -> committed.remove(partition.name()));
    }

    private Map<TopicPartition, OffsetAndMetadata> due(Collection<OwnedPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> due = new HashMap<>();
        for (OwnedPartition partition : partitions) {
            OffsetAndMetadata next = new OffsetAndMetadata(partition.next());
            if (partition.taken() && !next.equals(committed.get(partition.name()))) {
                due.put(partition.name(), next);
            }
        }
        return due;
    }
}
