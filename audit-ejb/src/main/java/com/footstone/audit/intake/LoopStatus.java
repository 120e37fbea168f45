package com.footstone.audit.intake;

import org.apache.kafka.common.TopicPartition;

/** What one {@link ConsumerLoop} reports to metrics and probes. */
final class LoopStatus {

    private final int number;
    private final IntakeStatus status;
    private final IntakeMetrics metrics;

    LoopStatus(int number, IntakeStatus status, IntakeMetrics metrics) {
        this.number = number;
        this.status = status;
        this.metrics = metrics;
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

    void failed() {
        status.beat(number);
        status.loopFailed(number, "the consumer failed and starts anew");
        metrics.error(IntakeMetrics.Stage.CONSUME);
    }

    void stopped() {
        status.loopStopped(number);
        status.loopJoined(number);
    }

    void revoked(TopicPartition partition) {
        metrics.revoked(partition);
        status.resumed(partition);
    }

    void lag(TopicPartition partition, long lag) {
        metrics.lag(partition, lag);
    }
}
