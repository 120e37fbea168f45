package com.footstone.audit.intake.letter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

import com.footstone.audit.intake.decode.DecodeResult.Undecodable;
import com.footstone.audit.model.EventId;
import com.footstone.audit.model.InvalidValueException;

/**
 * What is written on a letter: the headers that say what is wrong with the record inside and where it came from. Names and
 * values are relied on by other people's tools.
 */
public final class Envelope {

    static final String REASON = "audit.reason";
    static final String MESSAGE = "audit.message";
    static final String SOURCE_TOPIC = "audit.source.topic";
    static final String SOURCE_PARTITION = "audit.source.partition";
    static final String SOURCE_OFFSET = "audit.source.offset";
    static final String SOURCE_TIMESTAMP = "audit.source.timestamp";
    static final String CUT_FROM = "audit.cut.from";

    private static final Set<String> OURS =
            Set.of(REASON, MESSAGE, SOURCE_TOPIC, SOURCE_PARTITION, SOURCE_OFFSET, SOURCE_TIMESTAMP, CUT_FROM);

    private Envelope() {}

    /**
     * A letter with key, value and headers as they came.
     *
     * @param topic the dead-letter topic
     * @param record what was refused
     * @param why what is wrong with it
     * @param time the letter's timestamp
     */
    public static ProducerRecord<byte[], byte[]> around(
            String topic, ConsumerRecord<byte[], byte[]> record, Undecodable why, Instant time) {
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(topic, null, time.toEpochMilli(), record.key(), record.value(), record.headers());
        write(letter.headers(), record, why);
        return letter;
    }

    /** Key, value and our own headers, each as far as it fits; the headers that came with the record are left out. */
    public static ProducerRecord<byte[], byte[]> aroundCut(
            String topic, ConsumerRecord<byte[], byte[]> record, Undecodable why, Instant time, int bytes) {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(
                topic, null, time.toEpochMilli(), cut(record.key(), bytes), cut(record.value(), bytes));
        write(letter.headers(), record, why);
        put(letter.headers(), CUT_FROM, Integer.toString(record.serializedValueSize()));
        return letter;
    }

    /** Where the record inside came from; nothing on a letter that somebody else wrote. */
    static Optional<EventId> source(Headers headers) {
        try {
            return Optional.of(EventId.parse(text(headers, SOURCE_TOPIC) + ":" + text(headers, SOURCE_PARTITION) + ":"
                    + text(headers, SOURCE_OFFSET)));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    /** Whether a letter has this header from us, and not from the record. */
    static boolean isOurs(String header) {
        return OURS.contains(header);
    }

    /** The text of a header, empty if there is none. */
    static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Writes a header, in the place of any of its name. */
    static void put(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(Headers headers, ConsumerRecord<byte[], byte[]> record, Undecodable why) {
        put(headers, REASON, why.reason().name());
        put(headers, MESSAGE, why.message());
        put(headers, SOURCE_TOPIC, record.topic());
        put(headers, SOURCE_PARTITION, Integer.toString(record.partition()));
        put(headers, SOURCE_OFFSET, Long.toString(record.offset()));
        put(headers, SOURCE_TIMESTAMP, Long.toString(record.timestamp()));
    }

    private static byte[] cut(byte[] bytes, int most) {
        return bytes == null || bytes.length <= most ? bytes : Arrays.copyOf(bytes, most);
    }
}
