package com.footstone.audit.intake;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.Config;

import com.footstone.audit.config.TelemetrySettings;
import com.footstone.audit.model.AuditedEvent;
import com.footstone.audit.model.SqlEvent;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;

/**
 * Continues the traces that events come with: an executed statement has a span of its application's, below which this puts
 * what became of its event. Made when a batch is stored, from times that were taken on the way, so that nothing is carried
 * along while it is worked on.
 *
 * <p>Off unless {@code OTEL_SDK_DISABLED} is false; then one field is looked at for each step of a batch. Of a batch, at most
 * {@value #MOST_OF_BATCH} traces are told, since a trace store is sized for requests and not for each of their statements.
 */
@ApplicationScoped
public class BatchTraces {

    static final int MOST_OF_BATCH = 50;

    @Inject
    private OpenTelemetry telemetry;

    @Inject
    private Config config;

    private final Clock clock = Clock.systemUTC();
    private boolean enabled;
    private Tracer tracer;

    @PostConstruct
    void prepare() {
        enabled = TelemetrySettings.wanted(config);
        tracer = telemetry.getTracer("com.footstone.audit");
    }

    /** Whether anybody wants traces. */
    boolean enabled() {
        return enabled;
    }

    /** Tells what became of a batch that both stores hold. */
    void stored(AuditedBatch batch, List<StepTime> steps) {
        if (!enabled || steps.isEmpty()) {
            return;
        }
        // Steps are measured by a clock that only runs forward; a trace wants the time of day.
        long toTimeOfDay = TimeUnit.MILLISECONDS.toNanos(clock.millis()) - System.nanoTime();
        Set<String> told = new HashSet<>();
        for (AuditedEvent audited : batch.events()) {
            if (told.size() == MOST_OF_BATCH) {
                return;
            }
            SpanContext execution = execution(audited.analysed().event());
            if (execution.isValid() && told.add(execution.getTraceId())) {
                tell(audited, execution, steps, toTimeOfDay);
            }
        }
    }

    private void tell(AuditedEvent audited, SpanContext execution, List<StepTime> steps, long toTimeOfDay) {
        Span whole = tracer.spanBuilder("audit")
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(Context.root().with(Span.wrap(execution)))
                .setStartTimestamp(steps.get(0).begun() + toTimeOfDay, TimeUnit.NANOSECONDS)
                .setAttribute("messaging.system", "kafka")
                .setAttribute(
                        "messaging.destination.name", audited.analysed().id().topic())
                .setAttribute("audit.id", audited.analysed().id().toString())
                .setAttribute("audit.severity", audited.verdict().severity().name())
                .setAttribute("audit.risk", (long) audited.verdict().risk().value())
                .startSpan();
        for (StepTime step : steps) {
            tracer.spanBuilder("audit " + step.stage().name().toLowerCase(Locale.ROOT))
                    .setParent(Context.root().with(whole))
                    .setStartTimestamp(step.begun() + toTimeOfDay, TimeUnit.NANOSECONDS)
                    .startSpan()
                    .end(step.ended() + toTimeOfDay, TimeUnit.NANOSECONDS);
        }
        whole.end(steps.get(steps.size() - 1).ended() + toTimeOfDay, TimeUnit.NANOSECONDS);
    }

    /** The span that the event names; invalid if it names none, or what cannot be one. */
    private static SpanContext execution(SqlEvent event) {
        return event.traceId() == null || event.spanId() == null
                ? SpanContext.getInvalid()
                : SpanContext.createFromRemoteParent(
                        event.traceId(), event.spanId(), TraceFlags.getSampled(), TraceState.getDefault());
    }
}
