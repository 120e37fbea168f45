package com.footstone.audit.intake;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.common.TopicPartition;

/**
 * Up to when each partition of this instance is known to be stored wholly. While events keep coming, none is ever stored
 * to its end; so it is remembered where the end was at a time, until that is stored. Safe for all threads.
 */
@ApplicationScoped
public class CaughtUp {

    private final Map<TopicPartition, End> ends = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Instant> reached = new ConcurrentHashMap<>();

    /**
     * Notes how far a partition is.
     *
     * @param stored first offset that is not stored
     * @param end first offset that Kafka does not have
     * @param asked before Kafka was asked for it
     */
    void measured(TopicPartition partition, long stored, long end, Instant asked) {
        End awaited = ends.getOrDefault(partition, new End(end, asked));
        if (stored >= awaited.offset) {
            reached.put(partition, stored >= end ? asked : awaited.at);
            ends.put(partition, new End(end, asked));
        } else {
            ends.putIfAbsent(partition, awaited);
        }
    }

    /** Whoever has the partition now says what is reached. */
    void revoked(TopicPartition partition) {
        ends.remove(partition);
        reached.remove(partition);
    }

    /** Up to when each partition is stored, as far as is known. */
    Map<TopicPartition, Instant> reached() {
        return Map.copyOf(reached);
    }

    /** Where a partition ended at a time. */
    private record End(long offset, Instant at) {}
}
