package com.footstone.audit.capture;

import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;

import com.footstone.audit.capture.context.TraceSource;
import com.footstone.audit.capture.delivery.CaptureStatistics;
import com.footstone.audit.capture.delivery.EventDelivery;
import com.footstone.audit.capture.jdbc.AuditedProxyFactory;
import com.footstone.audit.capture.jdbc.ExecutionRecorder;
import com.footstone.audit.capture.jdbc.OpenWork;
import com.footstone.audit.capture.settings.CaptureSettings;

/**
 * A running capture: one producer of events with its queue and its thread. An application needs one, however many data
 * sources it has. Closes by itself when the process ends.
 */
public final class SqlCapture implements AutoCloseable {

    private final boolean enabled = CaptureSettings.enabledInProcess();
    private final Duration closeTimeout;
    private final OpenWork openWork = new OpenWork();
    private final EventDelivery delivery;
    private final AuditedProxyFactory factory;
    private final Thread shutdownHook = new Thread(this::closeNow, "audit-capture-shutdown");
    private volatile boolean closed;

    private SqlCapture(CaptureSettings settings, Clock clock, TraceSource traces) {
        closeTimeout = settings.closeTimeout();
        delivery = new EventDelivery(settings, openWork::reclaim);
        factory = new AuditedProxyFactory(new ExecutionRecorder(
                delivery::offer, delivery.failures(), clock, traces, openWork, settings.captureParameters()));
        Runtime.getRuntime().addShutdownHook(shutdownHook);
    }

    /**
     * Starts a capture. Does not wait for Kafka, which may come later. Where the process has {@code AUDIT_ENABLED=false}, it
     * leaves connections as they are.
     */
    public static SqlCapture start(CaptureSettings settings) {
        return start(settings, Clock.systemUTC());
    }

    static SqlCapture start(CaptureSettings settings, Clock clock) {
        return new SqlCapture(settings, clock, TraceSource.detect());
    }

    /** The data source with everything that runs on its connections captured. */
    public DataSource audited(DataSource dataSource) {
        return new AuditedDataSource(dataSource, this, false);
    }

    /** The connection with everything that runs on it captured. */
    public Connection audited(Connection connection) {
        return enabled ? factory.audited(connection) : connection;
    }

    /** The counts as they are now. */
    public CaptureStatistics statistics() {
        return delivery.statistics();
    }

    /**
     * Waits until Kafka has confirmed everything captured so far. Executions whose results are still being read are not
     * part of it.
     *
     * @return whether it has, within the given time
     */
    public boolean flush(Duration timeout) {
        return delivery.flush(timeout);
    }

    /** As {@link #close(Duration)}, with the time given in the settings. */
    @Override
    public void close() {
        close(closeTimeout);
    }

    /**
     * Reports what is still open, sends what is queued for at most the given time, and stops. Connections go on working;
     * what they run from now on is dropped and counted.
     */
    public void close(Duration timeout) {
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException e) {
            // The process is ending: the hook runs, or has run.
            return;
        }
        stop(timeout);
    }

    private void closeNow() {
        stop(closeTimeout);
    }

    private synchronized void stop(Duration timeout) {
        if (!closed) {
            closed = true;
            openWork.finishAll();
            delivery.close(timeout);
        }
    }
}
