package com.footstone.audit.intake.letter;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;

import com.footstone.audit.intake.kafka.Deadline;
import com.footstone.audit.intake.kafka.KafkaFault;
import com.footstone.audit.intake.kafka.RecordSender;
import com.footstone.audit.intake.kafka.TopicReader;
import com.footstone.audit.model.EventId;
import com.footstone.audit.query.ReplayRefusedException;
import com.footstone.audit.query.Store;
import com.footstone.audit.query.StoreUnavailableException;

/** Sends a refused record to the topic of events again, unless the topic has it already. */
final class Replayer {

    /** With the sending, less than a transaction may take. */
    private static final Duration SEARCH_LIMIT = Duration.ofSeconds(45);

    private final TopicReader reader;
    private final RecordSender sender;
    private final Original original;

    Replayer(TopicReader reader, RecordSender sender, Original original) {
        this.reader = reader;
        this.sender = sender;
        this.original = original;
    }

    /** Where the partition ends that the record goes to: the one that it came from, if the topic still has it. */
    EventId end(String topic) {
        List<TopicPartition> partitions = reader.partitions(topic);
        if (partitions.isEmpty()) {
            throw new StoreUnavailableException(Store.KAFKA, "does not have the topic " + topic);
        }
        TopicPartition target = partitions.get(original.source().partition() % partitions.size());
        return new EventId(
                topic, target.partition(), reader.ends(List.of(target)).get(target));
    }

    /**
     * Makes sure that the record is in its partition.
     *
     * @param end where the partition ended before the record was first sent
     * @return where it is
     */
    EventId ensureSent(EventId end) {
        TopicPartition target = new TopicPartition(end.topic(), end.partition());
        return sentBefore(target, end.offset()).orElseGet(() -> send(target));
    }

    /** An earlier try may have sent it and died before that could be noted. */
    private Optional<EventId> sentBefore(TopicPartition target, long from) {
        Deadline deadline = Deadline.in(SEARCH_LIMIT);
        AtomicReference<ConsumerRecord<?, ?>> found = new AtomicReference<>();
        long to = reader.ends(List.of(target)).get(target);
        reader.read(
                target,
                from,
                to,
                record -> {
                    boolean same = original.isRepeatedBy(record);
                    if (same) {
                        found.set(record);
                    }
                    return !same;
                },
                deadline::passed);
        if (found.get() == null && deadline.passed()) {
            throw new ReplayRefusedException("An earlier replay was interrupted, and " + target
                    + " holds too much since to"
                    + " find out in time whether it was sent. Look there from offset " + from + " on for the header "
                    + Original.REPLAY_OF + " " + original.source());
        }
        return Optional.ofNullable(found.get())
                .map(record -> new EventId(record.topic(), record.partition(), record.offset()));
    }

    private EventId send(TopicPartition target) {
        try {
            RecordMetadata place = sender.send(original.again(target)).get();
            return new EventId(place.topic(), place.partition(), place.offset());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException) {
                throw new ReplayRefusedException("The record is larger than " + target.topic()
                        + " takes. Raise max.message.bytes of the topic, and replay it then.");
            }
            sender.discard();
            throw KafkaFault.of(e, target.topic());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            sender.discard();
            throw new StoreUnavailableException(Store.KAFKA, "was not waited for: the service is stopping");
        }
    }
}
