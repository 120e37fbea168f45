package com.footstone.audit.intake.decode;

import java.util.Objects;

import com.footstone.audit.model.EventId;
import com.footstone.audit.model.SqlEvent;

/** What a record turned out to be. */
public sealed interface DecodeResult {

    /** The record's place in Kafka. */
    EventId id();

    /**
     * The record is an event.
     *
     * @param id the record's place
     * @param event the event
     * @param unknownFields how many fields were ignored because the format does not have them
     * @param unknownValues how many values were read as "unknown" because the format does not have them, such as another
     *     execution layer
     */
    record Decoded(EventId id, SqlEvent event, int unknownFields, int unknownValues) implements DecodeResult {
        public Decoded {
            Objects.requireNonNull(id, "id is null");
            Objects.requireNonNull(event, "event is null");
        }
    }

    /**
     * The record is not an event and never will be: reading it again by the same time gives the same answer.
     *
     * @param id the record's place
     * @param reason the kind of fault
     * @param message the fault for people: the field and what is expected of it, and nothing that the record holds
     */
    record Undecodable(EventId id, Reason reason, String message) implements DecodeResult {
        public Undecodable {
            Objects.requireNonNull(id, "id is null");
            Objects.requireNonNull(reason, "reason is null");
            Objects.requireNonNull(message, "message is null");
        }
    }
}
