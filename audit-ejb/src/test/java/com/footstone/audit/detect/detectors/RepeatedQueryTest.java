package com.footstone.audit.detect.detectors;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import com.footstone.audit.model.Severity;
import com.footstone.audit.model.anomaly.Anomaly;
import com.footstone.audit.model.anomaly.Subject;
import com.footstone.audit.model.anomaly.Window;
import com.footstone.audit.query.Span;
import com.footstone.audit.query.TraceRepetition;

import static org.assertj.core.api.Assertions.assertThat;

class RepeatedQueryTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void explainsItselfInNumbers() {
        Subject query = Subject.ofTenant("acme").by("shop").through("f");
        Anomaly anomaly = RepeatedQuery.anomaly(
                new TraceRepetition(query, 7, 310, 900, new Span(NOON, NOON.plusSeconds(1))),
                new Window(NOON, NOON.plusSeconds(120)),
                new TraceRepetition.Least(50, 3));

        assertThat(anomaly.subject()).isEqualTo(query);
        assertThat(anomaly.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(anomaly.degree()).isEqualTo(310);
        assertThat(anomaly.message()).isEqualTo("In 7 traces one query was executed up to 310 times each.");
        assertThat(anomaly.evidence())
                .containsEntry("traces", "7")
                .containsEntry("executions", "900")
                .containsEntry("thresholdExecutions", "50")
                .containsEntry("thresholdTraces", "3");
    }
}
