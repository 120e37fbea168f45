package com.footstone.audit.capture.context;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;

/** The trace of OpenTelemetry's current span. The only class that touches its API, which may be absent. */
final class OpenTelemetryTraces implements TraceSource {

    @Override
    public Trace current() {
        SpanContext context = Span.current().getSpanContext();
        return context.isValid() ? new Trace(context.getTraceId(), context.getSpanId()) : null;
    }
}
