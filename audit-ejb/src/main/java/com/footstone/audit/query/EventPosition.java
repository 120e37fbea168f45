package com.footstone.audit.query;

import java.time.Instant;
import java.util.Objects;

import com.footstone.audit.model.EventId;

/**
 * Place of an event in the order in which events are listed: by time, then by id.
 *
 * @param timestamp when the statement was executed
 * @param id the event
 */
public record EventPosition(Instant timestamp, EventId id) {

    public EventPosition {
        Objects.requireNonNull(timestamp, "timestamp is null");
        Objects.requireNonNull(id, "id is null");
    }
}
