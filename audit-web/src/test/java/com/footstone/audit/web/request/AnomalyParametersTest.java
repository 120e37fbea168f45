package com.footstone.audit.web.request;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import com.footstone.audit.model.Severity;
import com.footstone.audit.model.anomaly.Subject;
import com.footstone.audit.model.anomaly.Window;
import com.footstone.audit.query.AnomalyFilter;
import com.footstone.audit.query.AnomalySummary;
import com.footstone.audit.query.Page;
import com.footstone.audit.query.SeenPosition;
import com.footstone.audit.query.TimeRange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AnomalyParametersTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

    @Test
    void readsEveryCondition() {
        AnomalyParameters parameters = new AnomalyParameters();
        parameters.from = "2026-03-01T12:00:00.123456Z";
        parameters.severity = "HIGH";
        parameters.detector = "ErrorRate";
        parameters.fingerprint = "0123456789abcdef0123456789abcdef";
        parameters.application = "shop";
        parameters.user = "clerk";
        parameters.tenant = "acme";

        assertThat(parameters.filter())
                .isEqualTo(new AnomalyFilter(
                        new TimeRange(Optional.of(NOON), Optional.empty()),
                        Optional.of(Severity.HIGH),
                        Optional.of("ErrorRate"),
                        Optional.of("0123456789abcdef0123456789abcdef"),
                        Optional.of("shop"),
                        Optional.of("clerk"),
                        Optional.of("acme")));
    }

    @Test
    void goesOnAfterTheLastAnomalyOfAPage() {
        AnomalyParameters parameters = new AnomalyParameters();
        parameters.cursor = new AnomalyParameters().next(new Page<>(List.of(anomaly()), true), Map.of());

        assertThat(parameters.after(Map.of())).contains(new SeenPosition(NOON, 7));
    }

    @Test
    void refusesTheCursorOfAnotherList() {
        AnomalyParameters parameters = new AnomalyParameters();
        parameters.cursor = Cursor.of(NOON + " 7", "findings{}");

        assertThatThrownBy(() -> parameters.after(Map.of())).isInstanceOf(InvalidParameterException.class);
    }

    private static AnomalySummary anomaly() {
        return new AnomalySummary(
                7,
                "ErrorRate",
                Subject.ofTenant("acme").by("shop"),
                Severity.HIGH,
                new Window(NOON.minusSeconds(300), NOON),
                1,
                "Of 100 statements 30 failed, which is 30.0 %.",
                Map.of("failed", "30"),
                NOON);
    }
}
