package com.footstone.audit.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/**
 * A member of the consumer group: reads its partitions, emits what it read as batches, and reads a partition on when its
 * batch is stored. Where to read from is PostgreSQL's word ({@link PartitionTakeover}).
 *
 * <p>What it holds in memory is bounded: while {@value #MOST_BATCHES} batches or the member's share of
 * {@code kafka.consumer.batchMemory} are in hand, it keeps its place in the group and reads nothing. Everything runs in
 * the loop's thread but {@link #ended} and {@link #wakeUp}.
 */
final class GroupMember implements ConsumerRebalanceListener, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(GroupMember.class.getName());

    /** Each batch at work takes a thread and a connection; more of them would not make the stores faster. */
    private static final int MOST_BATCHES = 4;

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LEAVE_LIMIT = Duration.ofSeconds(4);

    /** What is left of Kafka's patience in a rebalance, and of Kubernetes' after SIGTERM. */
    private static final Duration LAST_BATCH_LIMIT = Duration.ofSeconds(9);

    /** More than these leave no place for another poll in the same batch. */
    private final int mostRecords;

    private final long mostBytes;
    private final PartitionTakeover takeover;
    private final Consumer<PartitionBatch> emit;
    private final LoopStatus status;
    private final Clock clock;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final OffsetCommits commits;
    private final LagMeter lag;

    /** In the order in which they get their turn: first the one whose last batch was emitted longest ago. */
    private final Map<TopicPartition, OwnedPartition> partitions = new LinkedHashMap<>();

    private final Set<TopicPartition> outOfRange = new HashSet<>();
    private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();

    GroupMember(
            IntakeSettings settings,
            PartitionTakeover takeover,
            Consumer<PartitionBatch> emit,
            LoopStatus status,
            Clock clock) {
        this.mostRecords = settings.batchRecords() - settings.pollRecords();
        this.mostBytes = settings.batchMemory() / settings.concurrency();
        this.takeover = takeover;
        this.emit = emit;
        this.status = status;
        this.clock = clock;
        consumer = new KafkaConsumer<>(settings.consumerProperties());
        commits = new OffsetCommits(consumer, clock);
        lag = new LagMeter(consumer, settings.topic(), status, clock);
        consumer.subscribe(List.of(settings.topic()), this);
    }

    /** Does what there is to do now, and waits half a second at most for more. */
    void turn() {
        settleEnded();
        passOver();
        takeNext();
        emitRead();
        pauseAndResume();
        poll();
        emitRead();
        commits.send(partitions.values());
        lag.measure(partitions.values());
    }

    /** Ends a wait within {@link #turn}; may be called by any thread. */
    void wakeUp() {
        consumer.wakeup();
    }

    /** Kafka bounds what it hands over by number, and by size only as compressed; so it is asked for a little at a time. */
    private void poll() {
        try {
            Duration patience = POLL;
            while (read(consumer.poll(patience)) && !readEnough()) {
                patience = Duration.ZERO;
            }
        } catch (OffsetOutOfRangeException e) {
            outOfRange.addAll(e.offsetOutOfRangePartitions().keySet());
        } catch (WakeupException e) {
            // A batch ended or the loop is to stop: both are looked at next.
        }
    }

    private boolean read(ConsumerRecords<byte[], byte[]> records) {
        for (TopicPartition name : records.partitions()) {
            partitions.get(name).add(records.records(name));
        }
        return !records.isEmpty();
    }

    private boolean readEnough() {
        return partitions.values().stream().anyMatch(partition -> partition.recordsRead() > mostRecords)
                || partitions.values().stream()
                                .mapToLong(OwnedPartition::bytesRead)
                                .sum()
                        >= mostBytes;
    }

    private void emitRead() {
        for (OwnedPartition partition : List.copyOf(partitions.values())) {
            if (full()) {
                return;
            }
            if (partition.readable()) {
                emitNext(partition);
            }
        }
    }

    private void emitNext(OwnedPartition partition) {
        long position = consumer.position(partition.name());
        partition.cut(position, this::ended).ifPresent(batch -> {
            if (position > batch.range().to()) {
                consumer.seek(partition.name(), batch.range().to());
            }
            partitions.remove(partition.name());
            partitions.put(partition.name(), partition);
            emit.accept(batch);
        });
    }

    private boolean full() {
        long batches = partitions.values().stream().filter(OwnedPartition::busy).count();
        long bytes = partitions.values().stream()
                .mapToLong(OwnedPartition::bytesInFlight)
                .sum();
        return batches >= MOST_BATCHES || bytes >= mostBytes;
    }

    private void pauseAndResume() {
        boolean full = full();
        Map<Boolean, Set<TopicPartition>> wanted = partitions.values().stream()
                .collect(Collectors.partitioningBy(
                        partition -> !full && partition.readable(),
                        Collectors.mapping(OwnedPartition::name, Collectors.toSet())));
        consumer.resume(wanted.get(true));
        consumer.pause(wanted.get(false));
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
        OwnedPartition partition = partitions.get(end.batch().name());
        if (partition != null) {
            partition.end(end.batch(), end.outcome(), clock.instant());
        }
    }

    /** One partition a turn: each may have to wait for a store, and the group must hear of this member meanwhile. */
    private void takeNext() {
        Instant now = clock.instant();
        partitions.values().stream()
                .filter(partition -> partition.wantsTaking(now))
                .findFirst()
                .ifPresent(partition -> takeover.take(consumer, partition, now));
    }

    private void passOver() {
        outOfRange.removeIf(name -> !partitions.containsKey(name) || takeover.passOver(consumer, partitions.get(name)));
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
        List<OwnedPartition> leaving =
                names.stream().map(partitions::get).filter(Objects::nonNull).toList();
        finish(leaving);
        commits.sendLast(leaving);
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

    /** Gives every batch in hand a last chance; after that there is nothing left to wait for when closing. */
    void finish() {
        onPartitionsRevoked(List.copyOf(partitions.keySet()));
    }

    /** Waits for batches, so that the next owner need not repeat them. */
    private void finish(Collection<OwnedPartition> leaving) {
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

    /** Leaves the group, giving up what is still in hand. */
    @Override
    public void close() {
        onPartitionsLost(List.copyOf(partitions.keySet()));
        try {
            consumer.close(CloseOptions.timeout(LEAVE_LIMIT));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "A consumer could not leave its group in good order", e);
        }
    }

    /** A batch and how it ended. */
    private record Ended(PartitionBatch batch, PartitionBatch.Outcome outcome) {}
}
