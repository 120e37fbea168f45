package com.footstone.audit.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;

import com.footstone.audit.intake.AuditedBatch.Refused;
import com.footstone.audit.intake.kafka.KafkaFault;
import com.footstone.audit.intake.kafka.KafkaTopics;
import com.footstone.audit.intake.kafka.RecordSender;
import com.footstone.audit.intake.letter.Envelope;
import com.footstone.audit.intake.letter.LetterScan;
import com.footstone.audit.query.StoreUnavailableException;

/**
 * The letters of one batch, on their way to the dead-letter topic. Each gets there once: if some may be there already,
 * because the batch was claimed before or an earlier try failed, the topic is searched first and what is missing is sent.
 */
final class BatchLetters {

    /** What is kept of a record that the topic will not take whole; Kafka's own default limit is twice that. */
    private static final int CUT_BYTES = 512 * 1024;

    /** A letter that waited for longer carries its own time, lest Kafka delete it as old. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private static final Duration GLANCE = Duration.ofMillis(500);

    private final PartitionBatch batch;
    private final Instant claimedAt;
    private final KafkaTopics topics;
    private final RecordSender sender;
    private final Clock clock;
    private final Map<Long, Refused> missing = new LinkedHashMap<>();
    private boolean doubtful;

    /**
     * @param claimedAt when the batch was first claimed
     */
    BatchLetters(
            PartitionBatch batch,
            Instant claimedAt,
            List<Refused> refused,
            KafkaTopics topics,
            RecordSender sender,
            Clock clock) {
        this.batch = batch;
        this.claimedAt = claimedAt;
        this.topics = topics;
        this.sender = sender;
        this.clock = clock;
        this.doubtful = batch.recovered();
        refused.forEach(one -> missing.put(one.record().offset(), one));
    }

    /**
     * Returns when the topic holds all letters. May be repeated until it does.
     *
     * @param ownership fails if the batch has a newer owner; asked last before anything is sent, since whoever slept since
     *     the batch was claimed must not send what the newer owner has sent too
     * @throws StoreUnavailableException if the topic does not hold all of them for now
     * @throws AbandonedException if the partition is gone; what was not sent by then is not sent later
     */
    void keep(Persistent.Action ownership) throws Exception {
        if (missing.isEmpty()) {
            return;
        }
        if (doubtful) {
            missing.keySet().removeAll(held());
        }
        ownership.run();
        doubtful = true;
        Optional<Throwable> failure = deliver();
        if (failure.isPresent()) {
            // A sender that failed for good stays so, though the cause may be mended.
            sender.discard();
            throw KafkaFault.of(failure.get(), topics.deadLetters());
        }
    }

    private Set<Long> held() throws AbandonedException {
        Set<Long> held = new LetterScan(topics).held(batch.name(), missing.keySet(), claimedAt, this::abandoned);
        if (abandoned()) {
            // The search may have ended early.
            throw new AbandonedException(batch);
        }
        return held;
    }

    private boolean abandoned() {
        return batch.abandonedWithin(Duration.ZERO);
    }

    /**
     * Sends what is missing and waits until the fate of each is known: one that arrived later would not be seen by the next
     * search.
     *
     * @return the first failure
     */
    private Optional<Throwable> deliver() throws AbandonedException, InterruptedException {
        Instant time = time();
        Optional<Throwable> failure = Optional.empty();
        for (Map.Entry<Refused, Future<RecordMetadata>> one : send(time).entrySet()) {
            Optional<Throwable> failed = outcome(one.getKey(), one.getValue(), time);
            if (failed.isEmpty()) {
                missing.remove(one.getKey().record().offset());
            }
            failure = failure.or(() -> failed);
        }
        return failure;
    }

    private Instant time() {
        Instant now = clock.instant();
        return claimedAt.isBefore(now.minus(LONGEST_WAIT)) ? now : claimedAt;
    }

    /** Ends early if the topic takes nothing: each further letter would wait as long for that answer. */
    private Map<Refused, Future<RecordMetadata>> send(Instant time) throws AbandonedException, InterruptedException {
        Map<Refused, Future<RecordMetadata>> sent = new LinkedHashMap<>();
        for (Refused one : missing.values()) {
            Future<RecordMetadata> letter =
                    sender.send(Envelope.around(topics.deadLetters(), one.record(), one.why(), time));
            sent.put(one, letter);
            if (letter.isDone()
                    && failure(letter).filter(failed -> !tooLarge(failed)).isPresent()) {
                break;
            }
        }
        return sent;
    }

    /** One record that is too large must not hold up its partition for ever. */
    private Optional<Throwable> outcome(Refused refused, Future<RecordMetadata> whole, Instant time)
            throws AbandonedException, InterruptedException {
        Optional<Throwable> failed = failure(whole);
        for (int bytes = CUT_BYTES;
                bytes > 0 && failed.filter(BatchLetters::tooLarge).isPresent();
                bytes /= 8) {
            failed = failure(sender.send(
                    Envelope.aroundCut(topics.deadLetters(), refused.record(), refused.why(), time, bytes)));
        }
        return failed;
    }

    /** Waits for the answer, as long as it is wanted. */
    private Optional<Throwable> failure(Future<RecordMetadata> sent) throws AbandonedException, InterruptedException {
        while (true) {
            try {
                sent.get(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
                return Optional.empty();
            } catch (ExecutionException e) {
                return Optional.of(e.getCause());
            } catch (TimeoutException e) {
                if (abandoned()) {
                    sender.discard();
                    throw new AbandonedException(batch);
                }
            }
        }
    }

    private static boolean tooLarge(Throwable failure) {
        return failure instanceof RecordTooLargeException;
    }
}
