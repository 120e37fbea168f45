package com.footstone.audit.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
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
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
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
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Set<TopicPartition> outOfRange = new HashSet<>();
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
        while (!stopping()) {
            Optional<RuntimeException> failure = attend();
            leave();
            failure.ifPresent(this::rest);
        }
        status.stopped();
    }

    /** Ends the loop after the batches in hand; may be called by any thread. */
    void stop() {
        stopped.countDown();
        wakeUp();
    }

    private boolean stopping() {
        return stopped.getCount() == 0;
    }

    /** Is a member of the group until told to stop, or until something fails. */
    private Optional<RuntimeException> attend() {
        try {
            consumer = new KafkaConsumer<>(settings.consumerProperties());
            consumer.subscribe(List.of(settings.topic()), this);
            consume();
            finishLastBatches(partitions.values());
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }

    private void consume() {
        while (!stopping()) {
            status.beat();
            settleEnded();
            passOver();
            takeNext();
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
            outOfRange.addAll(e.offsetOutOfRangePartitions().keySet());
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

    /** One partition a turn: each may have to wait for a store, and the group must hear of this member meanwhile. */
    private void takeNext() {
        Instant now = clock.instant();
        partitions.values().stream()
                .filter(partition -> partition.wantsTaking(now))
                .findFirst()
                .ifPresent(partition -> takeover.take(consumer, partition, now.plus(RETAKE_AFTER)));
    }

    private void passOver() {
        outOfRange.removeIf(name -> !partitions.containsKey(name) || takeover.passOver(consumer, partitions.get(name)));
    }

    /** Asks Kafka itself now and then: a poll that finds nothing does not tell whether anybody was there to ask. */
    private void measureLag() {
        Instant now = clock.instant();
        if (now.isBefore(lagDue)) {
            return;
        }
        try {
            if (consumer.groupMetadata().generationId() < 0) {
                lagDue = now.plus(LOOK_EVERY);
                status.waiting(
                        consumer.partitionsFor(settings.topic(), LAG_LIMIT).isEmpty()
                                ? "the topic " + settings.topic() + " does not exist; create it"
                                : "has not joined the group yet");
                return;
            }
            lagDue = now.plus(LAG_EVERY);
            List<TopicPartition> taken = partitions.values().stream()
                    .filter(OwnedPartition::taken)
                    .map(OwnedPartition::name)
                    .toList();
            consumer.endOffsets(taken, LAG_LIMIT)
                    .forEach((name, end) ->
                            status.lag(name, end - partitions.get(name).next()));
            status.joined();
        } catch (TimeoutException e) {
            lagDue = now.plus(LOOK_EVERY);
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
        try {
            if (member != null) {
                // Ends with a call of onPartitionsRevoked, which still needs the consumer.
                member.close(CloseOptions.timeout(LEAVE_LIMIT));
            }
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "A consumer could not leave its group in good order", e);
        } finally {
            consumer = null;
            onPartitionsLost(List.copyOf(partitions.keySet()));
            outOfRange.clear();
            ended.clear();
        }
    }

    private void rest(RuntimeException failure) {
        Duration pause = backoff.next();
        status.failed();
        LOG.log(System.Logger.Level.ERROR, "The consumer failed and starts anew in " + pause, failure);
        try {
            if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(System.Logger.Level.INFO, "The consumer was told to stop and does not start anew");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped.countDown();
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
