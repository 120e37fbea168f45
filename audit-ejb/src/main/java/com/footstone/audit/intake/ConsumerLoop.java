package com.footstone.audit.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;

/**
 * One member of the consumer group: reads its partitions, emits what it read as batches, and reads a partition on when
 * its batch is stored. Everything runs in the loop's thread but {@link #ended} and {@link #stop}.
 *
 * <p>Where to read from is PostgreSQL's word ({@link PartitionTakeover}), so Kafka's committed offset may lag or be
 * lost without harm.
 */
final class ConsumerLoop implements Runnable, ConsumerRebalanceListener {

    private static final System.Logger LOG = System.getLogger(ConsumerLoop.class.getName());

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration RETAKE_AFTER = Duration.ofSeconds(2);
    private static final Duration LAG_EVERY = Duration.ofSeconds(5);
    private static final Duration LAG_LIMIT = Duration.ofSeconds(2);
    /** What is left of Kafka's patience in a rebalance, and of Kubernetes' after SIGTERM. */
    private static final Duration LAST_BATCH_LIMIT = Duration.ofSeconds(10);

    private static final Duration LEAVE_LIMIT = Duration.ofSeconds(5);

    private final IntakeSettings settings;
    private final PartitionTakeover takeover;
    private final Consumer<PartitionBatch> emit;
    private final LoopStatus status;
    private final Clock clock;

    private final Map<TopicPartition, OwnedPartition> partitions = new HashMap<>();
    private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
    private final Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));

    private volatile KafkaConsumer<byte[], byte[]> consumer;
    private volatile boolean stopping;
    private Instant lagDue = Instant.MIN;

    ConsumerLoop(
            IntakeSettings settings,
            PartitionTakeover takeover,
            Consumer<PartitionBatch> emit,
            LoopStatus status,
            Clock clock) {
        this.settings = settings;
        this.takeover = takeover;
        this.emit = emit;
        this.status = status;
        this.clock = clock;
    }

    @Override
    public void run() {
        while (!stopping) {
            try {
                consumer = new KafkaConsumer<>(settings.consumerProperties());
                consumer.subscribe(List.of(settings.topic()), this);
                consume();
                finishLastBatches(partitions.values());
            } catch (RuntimeException e) {
                failed(e);
            } finally {
                leave();
            }
        }
        status.stopped();
    }

    /** Ends the loop after the batches in hand; may be called by any thread. */
    void stop() {
        stopping = true;
        wakeUp();
    }

    private void consume() {
        while (!stopping) {
            status.beat();
            settleEnded();
            takeNew();
            poll();
            measureLag();
        }
    }

    private void poll() {
        try {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            for (TopicPartition name : records.partitions()) {
                partitions.get(name).add(records.records(name));
            }
            partitions.values().stream().filter(OwnedPartition::readable).forEach(this::emitNext);
            backoff.reset();
        } catch (OffsetOutOfRangeException e) {
            e.offsetOutOfRangePartitions()
                    .keySet()
                    .forEach(name -> takeover.outOfRange(consumer, partitions.get(name)));
        } catch (WakeupException e) {
            // A batch ended or the loop is to stop: both are looked at next.
        }
    }

    private void emitNext(OwnedPartition partition) {
        long position = consumer.position(partition.name());
        partition.cut(position, this::ended).ifPresent(batch -> {
            consumer.pause(List.of(partition.name()));
            if (position > batch.range().to()) {
                consumer.seek(partition.name(), batch.range().to());
            }
            emit.accept(batch);
        });
    }

    private void ended(PartitionBatch batch, PartitionBatch.Outcome outcome) {
        ended.add(new Ended(batch, outcome));
        wakeUp();
    }

    private void settleEnded() {
        for (Ended end = ended.poll(); end != null; end = ended.poll()) {
            settle(end);
        }
    }

    private void settle(Ended end) {
        TopicPartition name = new TopicPartition(
                end.batch().range().topic(), end.batch().range().partition());
        OwnedPartition partition = partitions.get(name);
        if (partition == null) {
            return;
        }
        OptionalLong stored =
                partition.end(end.batch(), end.outcome(), clock.instant().plus(RETAKE_AFTER));
        if (stored.isPresent()) {
            consumer.commitAsync(Map.of(name, new OffsetAndMetadata(stored.getAsLong())), (offsets, failure) -> {});
            consumer.resume(List.of(name));
        }
    }

    private void takeNew() {
        Instant now = clock.instant();
        for (OwnedPartition partition : partitions.values()) {
            if (partition.wantsTaking(now)) {
                takeover.take(consumer, partition, now.plus(RETAKE_AFTER));
            }
        }
    }

    /** Asks Kafka itself now and then: a poll that finds nothing does not tell whether anybody was there to ask. */
    private void measureLag() {
        Instant now = clock.instant();
        if (now.isBefore(lagDue)) {
            return;
        }
        lagDue = now.plus(LAG_EVERY);
        try {
            if (partitions.isEmpty()
                    && consumer.partitionsFor(settings.topic(), LAG_LIMIT).isEmpty()) {
                status.waiting("the topic " + settings.topic() + " does not exist; create it");
                return;
            }
            consumer.endOffsets(partitions.keySet(), LAG_LIMIT)
                    .forEach((name, end) ->
                            status.lag(name, end - partitions.get(name).next()));
            status.joined();
        } catch (TimeoutException e) {
            status.waiting("Kafka does not answer");
        } catch (WakeupException e) {
            lagDue = now;
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> names) {
        for (TopicPartition name : names) {
            partitions.put(name, new OwnedPartition(name));
            // Nothing is read before PostgreSQL has said from where; the consumer insists on some position until then.
            consumer.pause(List.of(name));
            consumer.seek(name, 0);
            status.assigned(name);
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> names) {
        finishLastBatches(
                names.stream().map(partitions::get).filter(Objects::nonNull).toList());
        onPartitionsLost(names);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> names) {
        for (TopicPartition name : names) {
            OwnedPartition partition = partitions.remove(name);
            if (partition != null) {
                partition.abandon();
            }
            status.revoked(name);
        }
    }

    /** Gives the batches in hand a last chance, so that the next owner need not repeat them. */
    private void finishLastBatches(Collection<OwnedPartition> leaving) {
        Instant deadline = clock.instant().plus(LAST_BATCH_LIMIT);
        while (leaving.stream().anyMatch(OwnedPartition::busy)) {
            try {
                Duration left = Duration.between(clock.instant(), deadline);
                Ended end = ended.poll(left.toMillis(), TimeUnit.MILLISECONDS);
                if (end == null) {
                    return;
                }
                settle(end);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void leave() {
        KafkaConsumer<byte[], byte[]> member = consumer;
        consumer = null;
        if (member != null) {
            member.close(CloseOptions.timeout(LEAVE_LIMIT));
        }
        onPartitionsLost(List.copyOf(partitions.keySet()));
        ended.clear();
    }

    private void failed(RuntimeException failure) {
        Duration pause = backoff.next();
        status.failed();
        LOG.log(System.Logger.Level.ERROR, "The consumer failed and starts anew in " + pause, failure);
        if (!stopping) {
            backoff.pause(pause);
        }
    }

    private void wakeUp() {
        KafkaConsumer<byte[], byte[]> member = consumer;
        if (member != null) {
            member.wakeup();
        }
    }

    /** A batch and how it ended. */
    private record Ended(PartitionBatch batch, PartitionBatch.Outcome outcome) {}
}
