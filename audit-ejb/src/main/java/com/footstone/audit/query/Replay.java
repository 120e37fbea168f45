package com.footstone.audit.query;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import com.footstone.audit.model.EventId;

/**
 * That a refused record was sent to the topic of events again.
 *
 * @param by who asked for it first
 * @param at when
 * @param event the record's new place; nothing while that is under way, or if it was interrupted: asking again ends it
 */
public record Replay(String by, Instant at, Optional<EventId> event) {

    public Replay {
        Objects.requireNonNull(by, "by is null");
        Objects.requireNonNull(at, "at is null");
        Objects.requireNonNull(event, "event is null");
    }
}
