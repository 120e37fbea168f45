package com.footstone.audit.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.LongStream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import com.footstone.audit.sink.Position;

import static org.assertj.core.api.Assertions.assertThat;

class OwnedPartitionTest {

    private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
    private static final TopicPartition NAME = new TopicPartition("events", 1);

    private final OwnedPartition partition = new OwnedPartition(NAME);

    @Test
    void nothingIsReadBeforeItWasTaken() {
        assertThat(partition.readable()).isFalse();
        assertThat(partition.wantsTaking(NOW)).isTrue();

        partition.take(position(5, 5));

        assertThat(partition.readable()).isTrue();
        assertThat(partition.wantsTaking(NOW)).isFalse();
        assertThat(partition.next()).isEqualTo(5);
    }

    @Test
    void aBatchReachesUpToWhatWasReadHolesIncluded() {
        partition.take(position(5, 5));
        read(5, 7);

        PartitionBatch batch = cut(12).orElseThrow();

        assertThat(batch.range().from()).isEqualTo(5);
        assertThat(batch.range().to()).isEqualTo(12);
        assertThat(batch.records()).hasSize(3);
        assertThat(partition.readable()).isFalse();
        assertThat(partition.bytesInFlight()).isEqualTo(batch.bytes()).isPositive();
    }

    @Test
    void whatWasReadIsKnownUntilItIsABatch() {
        partition.take(position(5, 5));
        read(5, 7);
        read(8, 8);
        assertThat(partition.recordsRead()).isEqualTo(4);
        long bytes = partition.bytesRead();

        PartitionBatch batch = cut(9).orElseThrow();

        assertThat(batch.bytes()).isEqualTo(bytes).isPositive();
        assertThat(partition.recordsRead()).isZero();
        assertThat(partition.bytesRead()).isZero();
    }

    @Test
    void whereNothingWasReadThereIsNoBatch() {
        partition.take(position(5, 5));

        assertThat(cut(5)).isEmpty();
    }

    @Test
    void aRangeThatWasClaimedBeforeIsRepeatedExactly() {
        partition.take(position(5, 9));
        read(5, 7);
        assertThat(cut(8)).as("not all of it was read").isEmpty();
        read(8, 20);

        PartitionBatch repeated = cut(21).orElseThrow();
        assertThat(repeated.range().to()).isEqualTo(9);
        assertThat(repeated.recovered()).isTrue();
        assertThat(repeated.records()).extracting(ConsumerRecord::offset).containsExactly(5L, 6L, 7L, 8L);

        partition.end(repeated, PartitionBatch.Outcome.STORED, NOW);
        read(9, 10);
        PartitionBatch next = cut(11).orElseThrow();
        assertThat(next.range().from()).isEqualTo(9);
        assertThat(next.recovered()).isFalse();
    }

    @Test
    void aBatchThatWasGivenUpHasThePartitionTakenAnewAfterEverLongerPauses() {
        Duration first = pauseAfterGivingUp();
        Duration second = pauseAfterGivingUp();

        assertThat(first).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(second).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void aBatchFromBeforeThePartitionWasTakenAnewIsIgnored() {
        partition.take(position(5, 5));
        read(5, 6);
        PartitionBatch old = cut(7).orElseThrow();
        partition.end(old, PartitionBatch.Outcome.GIVEN_UP, NOW);
        partition.take(position(5, 7));

        partition.end(old, PartitionBatch.Outcome.STORED, NOW);

        assertThat(partition.next()).isEqualTo(5);
    }

    /** To the second, as the partition tells it. */
    private Duration pauseAfterGivingUp() {
        partition.take(position(5, 5));
        read(5, 5);
        partition.end(cut(6).orElseThrow(), PartitionBatch.Outcome.GIVEN_UP, NOW);
        assertThat(partition.taken()).isFalse();
        return LongStream.range(0, 60_000)
                .mapToObj(Duration::ofMillis)
                .filter(pause -> partition.wantsTaking(NOW.plus(pause)))
                .findFirst()
                .orElseThrow();
    }

    private void read(long from, long to) {
        partition.add(LongStream.rangeClosed(from, to)
                .mapToObj(offset ->
                        new ConsumerRecord<>(NAME.topic(), NAME.partition(), offset, new byte[0], new byte[9]))
                .toList());
    }

    private Optional<PartitionBatch> cut(long position) {
        return partition.cut(position, (batch, outcome) -> {});
    }

    private static Position position(long next, long claimed) {
        return new Position(1, next, claimed, NOW);
    }
}
