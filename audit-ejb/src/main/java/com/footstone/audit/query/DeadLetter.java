package com.footstone.audit.query;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import com.footstone.audit.model.EventId;

/**
 * A record that was refused, without what it holds.
 *
 * @param id the letter's place in the dead-letter topic
 * @param source where the record came from
 * @param sourceTime the record's timestamp there
 * @param refusedAt when it was refused
 * @param fault what was wrong with it then
 * @param size bytes of its value as it came
 * @param whole whether the letter holds all of it
 * @param replay what was done about it, if anything
 */
public record DeadLetter(
        EventId id,
        EventId source,
        Instant sourceTime,
        Instant refusedAt,
        Fault fault,
        long size,
        boolean whole,
        Optional<Replay> replay) {

    public DeadLetter {
        Objects.requireNonNull(id, "id is null");
        Objects.requireNonNull(source, "source is null");
        Objects.requireNonNull(sourceTime, "sourceTime is null");
        Objects.requireNonNull(refusedAt, "refusedAt is null");
        Objects.requireNonNull(fault, "fault is null");
        Objects.requireNonNull(replay, "replay is null");
    }

    /** What copies of a letter have in common: the place of the record and, since a topic can be made anew, its time. */
    public String key() {
        return source + "@" + sourceTime.toEpochMilli();
    }

    public DeadLetter with(Optional<Replay> known) {
        return new DeadLetter(id, source, sourceTime, refusedAt, fault, size, whole, known);
    }

    /**
     * Why a record is refused.
     *
     * @param reason the kind of fault, by its name
     * @param message the fault for people; holds nothing of the record
     * @param remedy what to do about it
     */
    public record Fault(String reason, String message, String remedy) {

        public Fault {
            Objects.requireNonNull(reason, "reason is null");
            Objects.requireNonNull(message, "message is null");
            Objects.requireNonNull(remedy, "remedy is null");
        }
    }
}
