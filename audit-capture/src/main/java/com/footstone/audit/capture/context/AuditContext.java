package com.footstone.audit.capture.context;

import java.util.Objects;
import java.util.concurrent.Callable;

import com.footstone.audit.model.ExecutionLayer;
import com.footstone.audit.model.SqlEvent;

/**
 * What the application knows about the statements it is about to run and the database connection does not: the end user
 * behind a connection pool, the tenant, the trace. Immutable; put it in force on a thread with {@link #open}, {@link #run}
 * or {@link #call}, and hand it to another thread with {@link #wrap}. Threads never inherit it by themselves.
 *
 * <pre>{@code
 * try (AuditContext.Scope scope = AuditContext.current().withEndUser("alice").open()) {
 *     orders.place(order);
 * }
 * }</pre>
 *
 * <p>Texts longer than 1024 characters are cut, so that naming a user can never break the caller.
 *
 * @param endUser the human or service on whose behalf the statement runs
 * @param clientAddress network address of the end user's client
 * @param tenantId the tenant the statement belongs to
 * @param traceId W3C trace id; takes precedence over OpenTelemetry's current span
 * @param spanId W3C span id; goes with {@code traceId}
 * @param statementId name of the statement in the application, such as a mapper method
 * @param executionLayer the layer that runs the statement, or {@code null} for the one in the settings
 */
public record AuditContext(
        String endUser,
        String clientAddress,
        String tenantId,
        String traceId,
        String spanId,
        String statementId,
        ExecutionLayer executionLayer) {

    /** The context in which nothing is known. */
    public static final AuditContext EMPTY = new AuditContext(null, null, null, null, null, null, null);

    private static final ThreadLocal<AuditContext> CURRENT = new ThreadLocal<>();

    public AuditContext {
        endUser = cut(endUser);
        clientAddress = cut(clientAddress);
        tenantId = cut(tenantId);
        traceId = cut(traceId);
        spanId = cut(spanId);
        statementId = cut(statementId);
    }

    /** The context in force on this thread, {@link #EMPTY} if none is. */
    public static AuditContext current() {
        AuditContext context = CURRENT.get();
        return context == null ? EMPTY : context;
    }

    public AuditContext withEndUser(String value) {
        return new AuditContext(value, clientAddress, tenantId, traceId, spanId, statementId, executionLayer);
    }

    public AuditContext withClientAddress(String value) {
        return new AuditContext(endUser, value, tenantId, traceId, spanId, statementId, executionLayer);
    }

    public AuditContext withTenant(String value) {
        return new AuditContext(endUser, clientAddress, value, traceId, spanId, statementId, executionLayer);
    }

    /** Names the trace that statements belong to, where OpenTelemetry's API does not tell. */
    public AuditContext withTrace(String newTraceId, String newSpanId) {
        return new AuditContext(endUser, clientAddress, tenantId, newTraceId, newSpanId, statementId, executionLayer);
    }

    public AuditContext withStatementId(String value) {
        return new AuditContext(endUser, clientAddress, tenantId, traceId, spanId, value, executionLayer);
    }

    public AuditContext withExecutionLayer(ExecutionLayer value) {
        return new AuditContext(endUser, clientAddress, tenantId, traceId, spanId, statementId, value);
    }

    /** Puts this context in force on this thread until the scope is closed, on the same thread. */
    public Scope open() {
        AuditContext before = CURRENT.get();
        CURRENT.set(this);
        return new Scope(before);
    }

    /** Runs the task with this context in force. */
    @SuppressWarnings("try") // The scope works by being open.
    public void run(Runnable task) {
        try (Scope scope = open()) {
            task.run();
        }
    }

    /** Calls the task with this context in force. */
    @SuppressWarnings("try") // The scope works by being open.
    public <T> T call(Callable<T> task) throws Exception {
        try (Scope scope = open()) {
            return task.call();
        }
    }

    /** The task, to be run with this context in force on whichever thread runs it. */
    public Runnable wrap(Runnable task) {
        Objects.requireNonNull(task, "task is null");
        return () -> run(task);
    }

    /** The task, to be called with this context in force on whichever thread calls it. */
    public <T> Callable<T> wrap(Callable<T> task) {
        Objects.requireNonNull(task, "task is null");
        return () -> call(task);
    }

    private static String cut(String text) {
        return text == null || text.length() <= SqlEvent.MAX_NAME_LENGTH
                ? text
                : text.substring(0, SqlEvent.MAX_NAME_LENGTH);
    }

    /** The time during which a context is in force on a thread; closing it puts the one before it back. */
    public static final class Scope implements AutoCloseable {

        private final AuditContext before;

        private Scope(AuditContext before) {
            this.before = before;
        }

        @Override
        public void close() {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }
}
