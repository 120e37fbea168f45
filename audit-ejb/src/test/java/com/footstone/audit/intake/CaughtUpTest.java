package com.footstone.audit.intake;

import java.time.Instant;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CaughtUpTest {

    private static final TopicPartition PARTITION = new TopicPartition("events", 0);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final CaughtUp caughtUp = new CaughtUp();

    @Test
    void aPartitionThatIsStoredToItsEndIsCaughtUpNow() {
        caughtUp.measured(PARTITION, 5, 5, NOON);
        assertThat(caughtUp.reached()).containsEntry(PARTITION, NOON);

        caughtUp.measured(PARTITION, 5, 5, NOON.plusSeconds(5));
        assertThat(caughtUp.reached()).containsEntry(PARTITION, NOON.plusSeconds(5));
    }

    @Test
    void aPartitionThatIsNeverStoredToItsEndIsCaughtUpWithTheEndOfBefore() {
        caughtUp.measured(PARTITION, 0, 100, NOON);
        caughtUp.measured(PARTITION, 99, 200, NOON.plusSeconds(5));
        assertThat(caughtUp.reached()).isEmpty();

        caughtUp.measured(PARTITION, 150, 300, NOON.plusSeconds(10));
        assertThat(caughtUp.reached()).containsEntry(PARTITION, NOON);

        caughtUp.measured(PARTITION, 299, 400, NOON.plusSeconds(15));
        assertThat(caughtUp.reached()).containsEntry(PARTITION, NOON);

        caughtUp.measured(PARTITION, 300, 500, NOON.plusSeconds(20));
        assertThat(caughtUp.reached()).containsEntry(PARTITION, NOON.plusSeconds(10));
    }

    @Test
    void aPartitionThatIsGoneIsAnothersToTell() {
        caughtUp.measured(PARTITION, 5, 5, NOON);
        caughtUp.revoked(PARTITION);

        assertThat(caughtUp.reached()).isEmpty();
    }
}
