package com.footstone.audit.dev.clickhouse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hands out sessions of the engine: shared ones to requests without a {@code session_id}, and one of its own to each id,
 * until it has been idle for its time.
 */
final class SessionPool {

    static final int SHARED = 8;

    private static final int NAMED = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Supplier<Session> opener;
    private final Clock clock;
    private final Semaphore free = new Semaphore(SHARED, true);
    private final Deque<Session> idle = new ConcurrentLinkedDeque<>();
    private final Map<String, Named> named = new HashMap<>();

    SessionPool(Supplier<Session> opener, Clock clock) {
        this.opener = opener;
        this.clock = clock;
    }

    /** A session that the request has to itself; given back by closing the lease. */
    interface Lease extends AutoCloseable {

        Session session();

        /** Has the session thrown away when the lease ends: its state is not known, or must not be seen by others. */
        void spoil();

        @Override
        void close();
    }

    /** A session that others used before and will use again. */
    Lease shared() throws EngineException {
        try {
            if (!free.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new EngineException(
                        EngineException.TOO_MANY_SIMULTANEOUS_QUERIES,
                        "Too many simultaneous queries. Maximum: " + SHARED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw EngineException.of("interrupted while waiting for a session");
        }
        try {
            Session session = idle.poll();
            return new Shared(session == null ? opener.get() : session);
        } catch (RuntimeException e) {
            free.release();
            throw e;
        }
    }

    /** A session that ends with the lease, and is had at once however many queries run. */
    Lease fresh() {
        return new Fresh(opener.get());
    }

    /** The session of the id; opened when there is none, unless it is asked to exist. */
    synchronized Lease named(String id, Duration timeout, boolean mustExist) throws EngineException {
        closeExpired();
        Named session = named.get(id);
        if (session == null) {
            session = open(id, mustExist);
        }
        if (session.busy) {
            throw new EngineException(EngineException.SESSION_IS_LOCKED, "Session is locked by a concurrent client");
        }
        session.busy = true;
        session.timeout = timeout;
        return session;
    }

    private Named open(String id, boolean mustExist) throws EngineException {
        if (mustExist) {
            throw new EngineException(EngineException.SESSION_NOT_FOUND, "Session not found");
        }
        if (named.size() == NAMED) {
            throw new EngineException(
                    EngineException.TOO_MANY_SIMULTANEOUS_QUERIES, "Too many sessions. Maximum: " + NAMED);
        }
        Named session = new Named(id, opener.get());
        named.put(id, session);
        return session;
    }

    private void closeExpired() {
        Instant now = clock.instant();
        named.values().removeIf(session -> {
            boolean expired =
                    !session.busy && session.lastUse.plus(session.timeout).isBefore(now);
            if (expired) {
                session.session.close();
            }
            return expired;
        });
    }

    private final class Shared implements Lease {

        private final Session session;
        private boolean spoilt;

        Shared(Session session) {
            this.session = session;
        }

        @Override
        public Session session() {
            return session;
        }

        @Override
        public void spoil() {
            spoilt = true;
        }

        @Override
        public void close() {
            if (spoilt) {
                session.close();
            } else {
                idle.push(session);
            }
            free.release();
        }
    }

    private record Fresh(Session session) implements Lease {

        @Override
        public void spoil() {
            // It is thrown away in any case.
        }

        @Override
        public void close() {
            session.close();
        }
    }

    private final class Named implements Lease {

        private final String id;
        private final Session session;
        private Duration timeout = Duration.ZERO;
        private Instant lastUse = Instant.MIN;
        private boolean busy;

        Named(String id, Session session) {
            this.id = id;
            this.session = session;
        }

        @Override
        public Session session() {
            return session;
        }

        @Override
        public void spoil() {
            synchronized (SessionPool.this) {
                named.remove(id);
            }
            session.close();
        }

        @Override
        public void close() {
            synchronized (SessionPool.this) {
                busy = false;
                lastUse = clock.instant();
            }
        }
    }
}
