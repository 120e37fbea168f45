package com.footstone.audit.intake;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

import com.footstone.audit.sink.BatchRange;

/**
 * Records of one partition that are stored together or not at all. Ends once, either stored or given up; until then the
 * partition is not read further.
 */
final class PartitionBatch {

    /** How a batch ends. */
    enum Outcome {
        STORED,
        GIVEN_UP
    }

    private static final long RECORD_OVERHEAD = 200;

    private final BatchRange range;
    private final long epoch;
    private final boolean recovered;
    private final List<ConsumerRecord<byte[], byte[]>> records;
    private final long bytes;
    private final BiConsumer<PartitionBatch, Outcome> whenEnded;
    private final CountDownLatch abandoned = new CountDownLatch(1);

    PartitionBatch(
            BatchRange range,
            long epoch,
            boolean recovered,
            List<ConsumerRecord<byte[], byte[]>> records,
            BiConsumer<PartitionBatch, Outcome> whenEnded) {
        this.range = Objects.requireNonNull(range, "range is null");
        this.epoch = epoch;
        this.recovered = recovered;
        this.records = List.copyOf(records);
        this.bytes = records.stream().mapToLong(PartitionBatch::bytes).sum();
        this.whenEnded = Objects.requireNonNull(whenEnded, "whenEnded is null");
    }

    BatchRange range() {
        return range;
    }

    TopicPartition name() {
        return new TopicPartition(range.topic(), range.partition());
    }

    long epoch() {
        return epoch;
    }

    /** Whether an earlier owner, or this one in an earlier try, claimed the batch and may have done any part of it. */
    boolean recovered() {
        return recovered;
    }

    List<ConsumerRecord<byte[], byte[]>> records() {
        return records;
    }

    /** Size in memory, roughly: keys, values and what Java adds to each. Headers are taken to be small. */
    long bytes() {
        return bytes;
    }

    static long bytes(ConsumerRecord<?, ?> record) {
        return RECORD_OVERHEAD + Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
    }

    void end(Outcome outcome) {
        whenEnded.accept(this, outcome);
    }

    /** Tells whoever works on the batch that the partition is gone and retrying is pointless. */
    void abandon() {
        abandoned.countDown();
    }

    /** Waits out a pause between two tries; ends early, with true, when the batch is abandoned. */
    boolean abandonedWithin(Duration pause) {
        try {
            return abandoned.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public String toString() {
        return "PartitionBatch[" + range.token() + ", " + records.size() + " records]";
    }
}
