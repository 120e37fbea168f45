package com.footstone.audit.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;

import com.footstone.audit.intake.kafka.ConsumerFault;

/**
 * Asks Kafka itself, now and then, how much waits: a poll that finds nothing does not tell whether anybody was there to
 * ask. Confined to the loop's thread.
 */
final class LagMeter {

    private static final Duration WHILE_WAITING = Duration.ofSeconds(1);
    private static final Duration WHILE_JOINED = Duration.ofSeconds(5);
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final KafkaConsumer<?, ?> consumer;
    private final String topic;
    private final LoopStatus status;
    private final Clock clock;
    private Instant due = Instant.MIN;

    LagMeter(KafkaConsumer<?, ?> consumer, String topic, LoopStatus status, Clock clock) {
        this.consumer = consumer;
        this.topic = topic;
        this.status = status;
        this.clock = clock;
    }

    void measure(Collection<OwnedPartition> partitions) {
        Instant now = clock.instant();
        if (now.isBefore(due)) {
            return;
        }
        try {
            due = now.plus(measure(partitions, now) ? WHILE_JOINED : WHILE_WAITING);
        } catch (TimeoutException e) {
            due = now.plus(WHILE_WAITING);
            status.waiting(ConsumerFault.SILENCE);
        } catch (WakeupException e) {
            due = now;
        }
    }

    /** Returns whether this consumer is a member of its group. */
    private boolean measure(Collection<OwnedPartition> partitions, Instant now) {
        if (consumer.groupMetadata().generationId() < 0) {
            status.waiting(
                    consumer.partitionsFor(topic, LIMIT).isEmpty()
                            ? "the topic " + topic + " does not exist; create it, or see kafka.topic"
                            : "has not joined the group yet");
            return false;
        }
        Map<TopicPartition, Long> stored = partitions.stream()
                .filter(OwnedPartition::taken)
                .collect(Collectors.toMap(OwnedPartition::name, OwnedPartition::next));
        consumer.endOffsets(stored.keySet(), LIMIT)
                .forEach((name, end) -> status.measured(name, stored.get(name), end, now));
        status.joined();
        return true;
    }
}
