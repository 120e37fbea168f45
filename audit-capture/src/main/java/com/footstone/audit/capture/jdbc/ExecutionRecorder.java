package com.footstone.audit.capture.jdbc;

import java.time.Clock;
import java.util.function.Consumer;

import com.footstone.audit.capture.context.TraceSource;
import com.footstone.audit.capture.delivery.CapturedExecution;
import com.footstone.audit.capture.delivery.FailureLog;

/**
 * What the proxies of one capture share.
 *
 * @param sink takes executions that are over; never waits
 * @param failures counts what must not reach the application
 * @param clock tells when an execution started
 * @param traces tells the trace an execution is in
 * @param openWork finds executions that the application has forgotten
 * @param capturesParameters whether bound values are kept
 */
public record ExecutionRecorder(
        Consumer<CapturedExecution> sink,
        FailureLog failures,
        Clock clock,
        TraceSource traces,
        OpenWork openWork,
        boolean capturesParameters) {

    /** Runs a step of capture, so that nothing it throws reaches the application. */
    void safely(Runnable step) {
        try {
            step.run();
        } catch (Throwable e) {
            failures.report("a step failed and was skipped", e);
        }
    }
}
