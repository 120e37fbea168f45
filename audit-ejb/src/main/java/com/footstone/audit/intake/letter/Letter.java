package com.footstone.audit.intake.letter;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

import com.footstone.audit.intake.decode.DecodeResult.Undecodable;
import com.footstone.audit.intake.decode.Reason;
import com.footstone.audit.model.EventId;
import com.footstone.audit.model.InvalidValueException;
import com.footstone.audit.query.DeadLetter;

/** Reads what is written on a letter. */
final class Letter {

    private Letter() {}

    /** The letter without what it holds; nothing if somebody else wrote the record. */
    static Optional<DeadLetter> of(ConsumerRecord<byte[], byte[]> record) {
        Headers headers = record.headers();
        try {
            String cutFrom = Envelope.text(headers, Envelope.CUT_FROM);
            long size = cutFrom.isEmpty() ? Math.max(0, record.serializedValueSize()) : Long.parseLong(cutFrom);
            Instant sourceTime =
                    Instant.ofEpochMilli(Long.parseLong(Envelope.text(headers, Envelope.SOURCE_TIMESTAMP)));
            return Envelope.source(headers)
                    .map(source -> new DeadLetter(
                            new EventId(record.topic(), record.partition(), record.offset()),
                            source,
                            sourceTime,
                            Instant.ofEpochMilli(record.timestamp()),
                            fault(headers),
                            Math.max(0, size),
                            cutFrom.isEmpty(),
                            Optional.empty()));
        } catch (NumberFormatException | DateTimeException | InvalidValueException e) {
            return Optional.empty();
        }
    }

    static DeadLetter.Fault fault(Undecodable why) {
        return new DeadLetter.Fault(
                why.reason().name(), why.message(), why.reason().remedy());
    }

    private static DeadLetter.Fault fault(Headers headers) {
        String reason = Envelope.text(headers, Envelope.REASON);
        return new DeadLetter.Fault(reason, Envelope.text(headers, Envelope.MESSAGE), remedy(reason));
    }

    private static String remedy(String reason) {
        return Arrays.stream(Reason.values())
                .filter(known -> known.name().equals(reason))
                .findFirst()
                .map(Reason::remedy)
                .orElse("Another version refused it; look there for what this reason means.");
    }
}
