package com.footstone.audit.query;

import java.util.Optional;

import com.footstone.audit.model.EventId;

/**
 * The records that were refused, and what can be done about them. What they hold is a secret and stays inside.
 *
 * <p>Every method ends with {@link StoreUnavailableException} if Kafka or PostgreSQL does not answer for now.
 */
public interface DeadLetters {

    /** Most letters that a page may be asked to hold. */
    int MAX_SIZE = 200;

    /**
     * The letters that meet the filter, newest first. A page may hold fewer than asked for, even none, and yet have a next
     * one: how much of the topic is looked through at once is bounded. Copies of a letter near each other are shown once.
     *
     * @param before where the page before ended, if there was one
     * @param size most letters to return, 1 to {@link #MAX_SIZE}
     */
    DeadLetterPage list(DeadLetterFilter filter, Optional<DeadLetterPosition> before, int size);

    /**
     * A letter looked into.
     *
     * @param id its place in the dead-letter topic
     */
    Optional<DeadLetterDetails> find(EventId id);

    /**
     * Sends the record to the topic of events again, if that was not done before.
     *
     * @param id the letter's place in the dead-letter topic
     * @param who asks for it
     * @return what was done, now or before; nothing if there is no such letter
     * @throws ReplayRefusedException if it cannot be sent or would be refused again
     */
    Optional<Replay> replay(EventId id, String who);
}
