package com.footstone.audit.governance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.footstone.audit.query.JudgedEvent;

/**
 * Recalls judged events a batch at a time and no more of them than may be held: neither their number nor the length of their
 * texts is bounded by the hours that somebody asks for. For one thread.
 */
final class Recollection {

    private final Iterator<JudgedEvent> events;
    private final int mostEvents;
    private final long mostCharacters;

    private int count;
    private long characters;
    private JudgedEvent next;
    private boolean whole = true;
    private Optional<Instant> earliest = Optional.empty();

    /**
     * @param events the newest first; those of a batch follow each other
     * @param mostEvents most events to recall
     * @param mostCharacters how long the texts of them all may be together
     */
    Recollection(Iterator<JudgedEvent> events, int mostEvents, long mostCharacters) {
        this.events = Objects.requireNonNull(events, "events is null");
        this.mostEvents = mostEvents;
        this.mostCharacters = mostCharacters;
        advance();
    }

    /** The next events that were judged together, in the order of then, as many as still go in; empty at the end. */
    List<JudgedEvent> batch() {
        List<JudgedEvent> batch = new ArrayList<>();
        while (next != null && (batch.isEmpty() || together(batch.get(0), next))) {
            batch.add(next);
            earliest = Optional.of(next.receivedAt());
            advance();
        }
        Collections.reverse(batch);
        return batch;
    }

    private void advance() {
        next = null;
        if (!events.hasNext()) {
            return;
        }
        JudgedEvent event = events.next();
        count++;
        characters += event.characters();
        if (count <= mostEvents && characters <= mostCharacters) {
            next = event;
        } else {
            whole = false;
        }
    }

    /** Whether everything was recalled; known at the end. */
    boolean whole() {
        return whole;
    }

    /** When the earliest of the events was received that were recalled so far; nothing if there was none. */
    Optional<Instant> earliest() {
        return earliest;
    }

    private static boolean together(JudgedEvent one, JudgedEvent other) {
        return one.receivedAt().equals(other.receivedAt())
                && one.id().topic().equals(other.id().topic())
                && one.id().partition() == other.id().partition();
    }
}
