package com.footstone.audit.capture.context;

/** Where the current thread's trace is learned from. */
@FunctionalInterface
public interface TraceSource {

    /** Knows of no trace, ever. */
    TraceSource NONE = () -> null;

    /** The trace that this thread is in, or {@code null} if it is in none. */
    Trace current();

    /** OpenTelemetry's current span where its API is on the class path, otherwise {@link #NONE}. */
    static TraceSource detect() {
        try {
            TraceSource source = new OpenTelemetryTraces();
            // Resolves the API's classes now, so that their absence shows here and not in the application's calls.
            source.current();
            return source;
        } catch (LinkageError | RuntimeException absent) {
            return NONE;
        }
    }

    /**
     * A place in a trace.
     *
     * @param traceId W3C trace id, 32 hex digits
     * @param spanId W3C span id, 16 hex digits
     */
    record Trace(String traceId, String spanId) {}
}
