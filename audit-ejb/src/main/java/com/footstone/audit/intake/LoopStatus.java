package com.footstone.audit.intake;

import java.time.Instant;

import org.apache.kafka.common.TopicPartition;

/** What one {@link ConsumerLoop} reports to metrics and probes. */
final class LoopStatus {

    private final int number;
    private final IntakeStatus status;
    private final IntakeMetrics metrics;
    private final CaughtUp caughtUp;

    LoopStatus(int number, IntakeStatus status, IntakeMetrics metrics, CaughtUp caughtUp) {
        this.number = number;
        this.status = status;
        this.metrics = metrics;
        this.caughtUp = caughtUp;
    }

    void beat() {
        status.beat(number);
    }

    void joined() {
        status.loopJoined(number);
    }

    void waiting(String reason) {
        status.loopFailed(number, reason);
    }

    void failed(String reason) {
        status.beat(number);
        status.loopFailed(number, reason);
        metrics.error(IntakeMetrics.Stage.CONSUME);
    }

    void stopped() {
        status.loopStopped(number);
        status.loopJoined(number);
    }

    void revoked(TopicPartition partition) {
        metrics.revoked(partition);
        caughtUp.revoked(partition);
        status.resumed(partition);
    }

    /** How far a partition is: stored before one offset, and in Kafka before another, which it was asked for then. */
    void measured(TopicPartition partition, long stored, long end, Instant asked) {
        metrics.lag(partition, end - stored);
        caughtUp.measured(partition, stored, end, asked);
    }
}
