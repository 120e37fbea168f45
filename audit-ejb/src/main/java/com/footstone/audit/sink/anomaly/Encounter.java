package com.footstone.audit.sink.anomaly;

import java.time.Instant;
import java.util.Objects;

import com.footstone.audit.model.anomaly.Subject;

/**
 * That an actor had to do with something for the first time.
 *
 * @param actor who
 * @param thing with what
 * @param since when the actor was first heard of
 * @param known how many things were known of the actor before
 */
public record Encounter(Subject actor, String thing, Instant since, long known) {

    public Encounter {
        Objects.requireNonNull(actor, "actor is null");
        Objects.requireNonNull(thing, "thing is null");
        Objects.requireNonNull(since, "since is null");
    }
}
