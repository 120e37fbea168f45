package com.footstone.audit.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

import com.footstone.audit.sink.BatchRange;
import com.footstone.audit.sink.Position;

/**
 * A partition that Kafka has assigned to a {@link GroupMember}, and what the member knows of it. Confined to the loop's
 * thread.
 */
final class OwnedPartition {

    private final TopicPartition name;
    private final List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();

    private long bytesRead;
    private Position taken;
    private long next;
    private long reported;
    private PartitionBatch inFlight;
    private Instant notBefore = Instant.MIN;

    /**
     * A member that was cut off from its group, but not from PostgreSQL, shuts its successor out each time that it takes
     * the partition back; so it must do that ever more rarely.
     */
    private final Backoff retaking = new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(30));

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

    /** Leaves the partition alone for a while, longer each time that nothing was stored in between. */
    void takeLater(Instant now) {
        takeNotBefore(now.plus(retaking.next()));
    }

    void takeNotBefore(Instant time) {
        taken = null;
        notBefore = time;
    }

    void take(Position position) {
        taken = position;
        next = position.next();
        forgetRead();
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

    long bytesInFlight() {
        return inFlight == null ? 0 : inFlight.bytes();
    }

    /** First offset that is not known to be stored. */
    long next() {
        return next;
    }

    void add(List<ConsumerRecord<byte[], byte[]>> records) {
        read.addAll(records);
        bytesRead += records.stream().mapToLong(PartitionBatch::bytes).sum();
    }

    int recordsRead() {
        return read.size();
    }

    long bytesRead() {
        return bytesRead;
    }

    private void forgetRead() {
        read.clear();
        bytesRead = 0;
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
        boolean recovered = taken.claimed() > next;
        long to = recovered ? taken.claimed() : position;
        if (position < to || to <= next) {
            return Optional.empty();
        }
        List<ConsumerRecord<byte[], byte[]>> records =
                read.stream().filter(record -> record.offset() < to).toList();
        forgetRead();
        inFlight = new PartitionBatch(
                new BatchRange(name.topic(), name.partition(), next, to), taken.epoch(), recovered, records, whenEnded);
        return Optional.of(inFlight);
    }

    /** Ends the batch in flight; any other is one that the partition no longer waits for. */
    void end(PartitionBatch batch, PartitionBatch.Outcome outcome, Instant now) {
        if (batch != inFlight) {
            return;
        }
        inFlight = null;
        if (outcome == PartitionBatch.Outcome.GIVEN_UP) {
            takeLater(now);
        } else {
            next = batch.range().to();
            retaking.reset();
        }
    }

    void abandon() {
        if (inFlight != null) {
            inFlight.abandon();
        }
    }
}
