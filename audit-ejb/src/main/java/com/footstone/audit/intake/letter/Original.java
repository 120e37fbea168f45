package com.footstone.audit.intake.letter;

import java.util.Arrays;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

import com.footstone.audit.intake.kafka.TopicReader;
import com.footstone.audit.model.EventId;
import com.footstone.audit.query.DeadLetter;

/** The refused record itself: all of it is in the letter, or in the topic that it came from, or is gone. */
final class Original {

    /** On a record that was sent again: the place of the record that it repeats. */
    static final String REPLAY_OF = "audit.replay.of";

    private final DeadLetter letter;
    private final ConsumerRecord<byte[], byte[]> record;

    private Original(DeadLetter letter, ConsumerRecord<byte[], byte[]> record) {
        this.letter = letter;
        this.record = record;
    }

    static Optional<Original> of(DeadLetter letter, ConsumerRecord<byte[], byte[]> inside, TopicReader reader) {
        if (letter.whole()) {
            return Optional.of(new Original(letter, inside));
        }
        EventId source = letter.source();
        return reader.record(new TopicPartition(source.topic(), source.partition()), source.offset())
                .filter(found -> found.timestamp() == letter.sourceTime().toEpochMilli()
                        && found.serializedValueSize() == letter.size()
                        && beginsWith(found.value(), inside.value()))
                .map(found -> new Original(letter, found));
    }

    /** Where it was refused. */
    EventId source() {
        return letter.source();
    }

    byte[] value() {
        return record.value();
    }

    /** The record once more, as it came but for the header that says so. */
    ProducerRecord<byte[], byte[]> again(TopicPartition target) {
        ProducerRecord<byte[], byte[]> again =
                new ProducerRecord<>(target.topic(), target.partition(), record.key(), record.value());
        for (Header header : record.headers()) {
            if (!letter.whole() || !Envelope.isOurs(header.key())) {
                again.headers().add(header);
            }
        }
        Envelope.put(again.headers(), REPLAY_OF, letter.source().toString());
        return again;
    }

    /** Whether a record is this one, sent again. */
    boolean isRepeatedBy(ConsumerRecord<?, ?> other) {
        return Envelope.text(other.headers(), REPLAY_OF).equals(letter.source().toString());
    }

    private static boolean beginsWith(byte[] whole, byte[] beginning) {
        return whole != null
                && beginning != null
                && whole.length >= beginning.length
                && Arrays.equals(whole, 0, beginning.length, beginning, 0, beginning.length);
    }
}
