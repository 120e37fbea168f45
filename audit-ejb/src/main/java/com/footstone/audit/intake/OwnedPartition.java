package com.footstone.audit.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

import com.footstone.audit.sink.BatchRange;
import com.footstone.audit.sink.Position;

/**
 * A partition that Kafka has assigned to a {@link ConsumerLoop}, and what the loop knows of it. Confined to the loop's
 * thread.
 */
final class OwnedPartition {

    private final TopicPartition name;
    private final List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();

    private Position taken;
    private long next;
    private long reported;
    private PartitionBatch inFlight;
    private Instant notBefore = Instant.MIN;

    OwnedPartition(TopicPartition name) {
        this.name = name;
    }

    TopicPartition name() {
        return name;
    }

    /** Whether PostgreSQL has to be asked where to go on, and may be by now. */
    boolean wantsTaking(Instant now) {
        return taken == null && !now.isBefore(notBefore);
    }

    void takeNotBefore(Instant time) {
        taken = null;
        notBefore = time;
    }

    void take(Position position) {
        taken = position;
        next = position.next();
        read.clear();
    }

    boolean taken() {
        return taken != null;
    }

    /** How many offsets below {@code first} are gone that were not reported before. */
    long gone(long first) {
        long known = Math.max(next, reported);
        reported = Math.max(reported, first);
        return Math.max(0, first - known);
    }

    /** Whether records may be read: it is ours, and nothing of it is being stored. */
    boolean readable() {
        return taken != null && inFlight == null;
    }

    boolean busy() {
        return inFlight != null;
    }

    /** First offset that is not known to be stored. */
    long next() {
        return next;
    }

    void add(List<ConsumerRecord<byte[], byte[]>> records) {
        read.addAll(records);
    }

    /**
     * Cuts the next batch from what was read.
     *
     * <p>A range that an earlier owner claimed is repeated exactly, since ClickHouse may hold it under the range's token:
     * the batch waits until all of the range was read, and leaves what lies beyond to the next one.
     *
     * @param position the offset up to which the partition was read
     */
    Optional<PartitionBatch> cut(long position, BiConsumer<PartitionBatch, PartitionBatch.Outcome> whenEnded) {
        long to = taken.claimed() > next ? taken.claimed() : position;
        if (position < to || to <= next) {
            return Optional.empty();
        }
        List<ConsumerRecord<byte[], byte[]>> records =
                read.stream().filter(record -> record.offset() < to).toList();
        read.clear();
        inFlight = new PartitionBatch(
                new BatchRange(name.topic(), name.partition(), next, to), taken.epoch(), records, whenEnded);
        return Optional.of(inFlight);
    }

    /** Ends the batch in flight. Returns the offset to commit, or nothing if the batch is not the one in flight. */
    OptionalLong end(PartitionBatch batch, PartitionBatch.Outcome outcome, Instant retakeAt) {
        if (batch != inFlight) {
            return OptionalLong.empty();
        }
        inFlight = null;
        if (outcome == PartitionBatch.Outcome.GIVEN_UP) {
            takeNotBefore(retakeAt);
            return OptionalLong.empty();
        }
        next = batch.range().to();
        return OptionalLong.of(next);
    }

    void abandon() {
        if (inFlight != null) {
            inFlight.abandon();
        }
    }
}
