package com.footstone.audit.capture.context;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;

import static org.assertj.core.api.Assertions.assertThat;

class AuditContextTest {

    @Test
    @SuppressWarnings("try") // Scopes work by being open.
    void scopesNestAndEnd() {
        try (AuditContext.Scope outer =
                AuditContext.current().withEndUser("alice").withTenant("north").open()) {
            try (AuditContext.Scope inner =
                    AuditContext.current().withEndUser("bob").open()) {
                assertThat(AuditContext.current().endUser()).isEqualTo("bob");
                assertThat(AuditContext.current().tenantId()).isEqualTo("north");
            }
            assertThat(AuditContext.current().endUser()).isEqualTo("alice");
        }
        assertThat(AuditContext.current()).isSameAs(AuditContext.EMPTY);
    }

    @Test
    void anotherThreadKnowsItOnlyWhenHandedOver() throws Exception {
        AuditContext alice = AuditContext.EMPTY.withEndUser("alice");
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            String handedOver = other.submit(
                            alice.wrap(() -> AuditContext.current().endUser()))
                    .get();
            String inherited = alice.call(
                    () -> other.submit(() -> AuditContext.current().endUser()).get());

            assertThat(handedOver).isEqualTo("alice");
            assertThat(inherited).isNull();
        } finally {
            other.shutdown();
        }
    }

    @Test
    void aTextTooLongForAnEventIsCut() {
        assertThat(AuditContext.EMPTY.withEndUser("x".repeat(5000)).endUser()).hasSize(1024);
    }

    @Test
    @SuppressWarnings("try") // The scope works by being open.
    void openTelemetrysSpanIsTheTrace() {
        SpanContext span = SpanContext.create(
                "0af7651916cd43dd8448eb211c80319c",
                "b7ad6b7169203331",
                TraceFlags.getSampled(),
                TraceState.getDefault());
        TraceSource traces = TraceSource.detect();

        assertThat(traces.current()).isNull();
        try (Scope scope = Span.wrap(span).makeCurrent()) {
            assertThat(traces.current())
                    .isEqualTo(new TraceSource.Trace("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"));
        }
    }
}
