package com.footstone.audit.capture.jdbc;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The connections and statements whose last execution may not be over. When the application closes them, their executions
 * are reported at once. When it forgets them, the garbage collector finds it out, and {@link #reclaim} reports what they
 * had read: it can be no more by then. So what is held here is bounded by what the application itself holds on to.
 */
public final class OpenWork {

    private final ReferenceQueue<Object> forgotten = new ReferenceQueue<>();
    private final Set<OpenConnection> connections = ConcurrentHashMap.newKeySet();

    OpenConnection track(Object connectionProxy) {
        OpenConnection connection = new OpenConnection(connectionProxy);
        connections.add(connection);
        return connection;
    }

    /** Reports what was forgotten. Cheap when nothing was. */
    public void reclaim() {
        for (Reference<?> reference = forgotten.poll(); reference != null; reference = forgotten.poll()) {
            ((Forgettable) reference).forgotten();
        }
    }

    /** Reports everything that is open, as far as it has been read, because the process ends. */
    public void finishAll() {
        connections.forEach(OpenConnection::forgotten);
    }

    private interface Forgettable {
        void forgotten();
    }

    /** A connection of the application, or what it left behind. */
    final class OpenConnection extends PhantomReference<Object> implements Forgettable {

        private final Set<OpenStatement> statements = ConcurrentHashMap.newKeySet();

        private OpenConnection(Object proxy) {
            super(proxy, forgotten);
        }

        OpenStatement track(Object statementProxy) {
            OpenStatement statement = new OpenStatement(statementProxy, this);
            statements.add(statement);
            return statement;
        }

        /** Reports the executions of all its statements, which end with it. */
        void finish() {
            statements.forEach(OpenStatement::finish);
            statements.clear();
            connections.remove(this);
        }

        @Override
        public void forgotten() {
            statements.forEach(OpenStatement::forgotten);
            connections.remove(this);
        }
    }

    /** A statement of the application, or what it left behind, with the execution whose results it may still read. */
    final class OpenStatement extends PhantomReference<Object> implements Forgettable {

        private final OpenConnection connection;
        private volatile OpenExecution execution;

        private OpenStatement(Object proxy, OpenConnection connection) {
            super(proxy, forgotten);
            this.connection = connection;
        }

        void open(OpenExecution opened) {
            execution = opened;
        }

        OpenExecution execution() {
            return execution;
        }

        /** Reports the execution if one is open. The statement can go on with another. */
        void finish() {
            OpenExecution open = execution;
            if (open != null) {
                execution = null;
                open.finish();
            }
        }

        /** Reports the execution if one is open; no other will follow. */
        void close() {
            finish();
            connection.statements.remove(this);
        }

        @Override
        public void forgotten() {
            OpenExecution open = execution;
            if (open != null) {
                open.finishUnseen();
            }
            connection.statements.remove(this);
        }
    }
}
