package com.footstone.audit.web.response;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.footstone.audit.query.DeadLetter;

/**
 * A record that was refused, in a list.
 *
 * @param id its place in the dead-letter topic
 * @param refusedAt when it was refused
 * @param fault what was wrong with it then
 * @param source where it came from
 * @param size bytes of its value as it came
 * @param whole whether the dead-letter topic holds all of it
 * @param replay who sent it again and when, null if nobody did
 */
@Schema(description = "A record that was refused")
public record DeadLetterItem(
        @Schema(example = "sql-audit-events-dlq:0:42") String id,
        Instant refusedAt,
        Fault fault,
        Source source,

        @Schema(description = "Bytes of its value as it came")
        long size,

        @Schema(description = "Whether the dead-letter topic holds all of it")
        boolean whole,

        @Schema(nullable = true) ReplayReceipt replay) {

    public static DeadLetterItem of(DeadLetter letter) {
        return new DeadLetterItem(
                letter.id().toString(),
                letter.refusedAt(),
                Fault.of(letter.fault()),
                new Source(
                        letter.source().topic(),
                        letter.source().partition(),
                        letter.source().offset(),
                        letter.sourceTime()),
                letter.size(),
                letter.whole(),
                letter.replay().map(ReplayReceipt::of).orElse(null));
    }

    /**
     * Why it is refused.
     *
     * @param reason the kind of fault
     * @param message what is wrong
     * @param remedy what to do about it
     */
    public record Fault(
            @Schema(example = "FUTURE_TIMESTAMP") String reason,
            String message,
            @Schema(description = "What to do about it") String remedy) {

        static Fault of(DeadLetter.Fault fault) {
            return new Fault(fault.reason(), fault.message(), fault.remedy());
        }
    }

    /**
     * Where it came from.
     *
     * @param topic topic
     * @param partition partition
     * @param offset offset
     * @param time the record's timestamp
     */
    public record Source(String topic, int partition, long offset, Instant time) {}
}
