package com.footstone.audit.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Asks a store for a sign of life and remembers the answer. One thread asks, again and again; any thread may look at what
 * came of it, and does not wait.
 */
final class StoreProbe implements Runnable {

    /** A sign of life that takes longer is none. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Whoever asks has died if it has been silent for this long. */
    static final Duration SILENCE_LIMIT = Duration.ofSeconds(30);

    private static final BoundSql SIGN_OF_LIFE = new BoundSql("SELECT 1", List.of());

    private final Store store;
    private final StoreReader reader;
    private final Clock clock;
    private volatile State state;

    StoreProbe(Store store, StoreReader reader, Clock clock) {
        this.store = store;
        this.reader = reader;
        this.clock = clock;
        this.state = new State(true, clock.instant(), Optional.of(store.title() + " has not been asked yet"));
    }

    @Override
    public void run() {
        state = state.asked(clock.instant());
        Optional<String> fault = ask();
        state = new State(true, clock.instant(), fault);
    }

    /** Why the store cannot be worked with; empty when it can. */
    Optional<String> fault() {
        State seen = state;
        Duration age = Duration.between(seen.since, clock.instant());
        if (!seen.answered && age.compareTo(PATIENCE) > 0) {
            return Optional.of(store.title() + " has not answered for " + age.toSeconds() + " s");
        }
        if (age.compareTo(SILENCE_LIMIT) > 0) {
            return Optional.of(store.title() + " has not been asked for " + age.toSeconds() + " s");
        }
        return seen.fault;
    }

    private Optional<String> ask() {
        try {
            reader.list(SIGN_OF_LIFE, row -> row.getInt(1));
            return Optional.empty();
        } catch (StoreUnavailableException | QueryFailedException e) {
            return Optional.of(e.getMessage());
        } catch (RuntimeException e) {
            // A message of unknown origin may hold anything; and an exception that got out would end the asking.
            return Optional.of(
                    store.title() + " cannot be asked: " + e.getClass().getSimpleName());
        }
    }

    /**
     * What is known.
     *
     * @param answered whether an answer has come, or one is awaited
     * @param since when it came, or when it was asked for
     * @param fault what the last answer was
     */
    private record State(boolean answered, Instant since, Optional<String> fault) {

        State asked(Instant now) {
            return new State(false, now, fault);
        }
    }
}
