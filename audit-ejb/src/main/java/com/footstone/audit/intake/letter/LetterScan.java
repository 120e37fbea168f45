package com.footstone.audit.intake.letter;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

import com.footstone.audit.intake.kafka.KafkaTopics;
import com.footstone.audit.intake.kafka.TopicReader;
import com.footstone.audit.query.Store;
import com.footstone.audit.query.StoreUnavailableException;

/**
 * Finds out which letters of a batch the dead-letter topic holds already.
 *
 * <p>Letters carry the time at which their batch was claimed, or a later one, so it is enough to read from that time to
 * where the topic ends now. What is kept in memory is offsets of the batch, and what Kafka sends at once.
 */
public final class LetterScan {

    /** How far the broker's clock may be behind ours, where it is the broker that gives records their time. */
    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(1);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KafkaTopics topics;

    public LetterScan(KafkaTopics topics) {
        this.topics = topics;
    }

    /**
     * Looks for letters.
     *
     * @param source the partition that the batch is of
     * @param offsets the offsets that were refused
     * @param claimedAt when the batch was first claimed: no letter of it is older
     * @param stop whether the answer is no longer wanted; then it may be incomplete
     * @return those of the offsets that the topic holds
     * @throws StoreUnavailableException if Kafka does not answer or does not have the topic
     */
    public Set<Long> held(TopicPartition source, Set<Long> offsets, Instant claimedAt, BooleanSupplier stop) {
        Set<Long> held = new HashSet<>();
        try (TopicReader reader = new TopicReader(topics, PATIENCE)) {
            List<TopicPartition> partitions = reader.partitions(topics.deadLetters());
            if (partitions.isEmpty()) {
                throw new StoreUnavailableException(Store.KAFKA, "does not have the topic " + topics.deadLetters());
            }
            Map<TopicPartition, Long> from = reader.firstSince(partitions, claimedAt.minus(CLOCK_DIFFERENCE));
            Map<TopicPartition, Long> to = reader.ends(partitions);
            from.forEach((partition, first) -> reader.read(
                    partition,
                    first,
                    to.get(partition),
                    letter -> {
                        note(letter, source, offsets, held);
                        return held.size() < offsets.size();
                    },
                    stop));
        }
        return held;
    }

    private static void note(ConsumerRecord<?, ?> letter, TopicPartition source, Set<Long> offsets, Set<Long> held) {
        Envelope.source(letter.headers())
                .filter(id -> id.topic().equals(source.topic()) && id.partition() == source.partition())
                .filter(id -> offsets.contains(id.offset()))
                .ifPresent(id -> held.add(id.offset()));
    }
}
