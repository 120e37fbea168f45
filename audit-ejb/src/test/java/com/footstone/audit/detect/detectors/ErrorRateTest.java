package com.footstone.audit.detect.detectors;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.config.ConfigurationException;
import com.footstone.audit.config.MapConfig;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.anomaly.Anomaly;
import com.footstone.audit.model.anomaly.Subject;
import com.footstone.audit.model.anomaly.Window;
import com.footstone.audit.query.FailureRate;
import com.footstone.audit.query.Span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ErrorRateTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Window WINDOW = new Window(NOON, NOON.plusSeconds(300));
    private static final Subject SHOP = Subject.ofTenant("acme").by("shop").at("postgresql", "orders");

    private static FailureRate rate(long statements, long failed, String... states) {
        return new FailureRate(SHOP, statements, failed, List.of(states), new Span(NOON, NOON.plusSeconds(299)));
    }

    @Test
    void isHighFromTheThresholdAndCriticalFromTheNext() {
        assertThat(ErrorRate.anomaly(rate(100, 10), WINDOW, 10, 50).severity()).isEqualTo(Severity.HIGH);
        assertThat(ErrorRate.anomaly(rate(1000, 499), WINDOW, 10, 50).severity())
                .isEqualTo(Severity.HIGH);
        assertThat(ErrorRate.anomaly(rate(1000, 500), WINDOW, 10, 50).severity())
                .isEqualTo(Severity.CRITICAL);
    }

    @Test
    void explainsItselfInNumbers() {
        Anomaly anomaly = ErrorRate.anomaly(rate(120, 30, "40P01", "23505"), WINDOW, 10, 50);

        assertThat(anomaly.subject()).isEqualTo(SHOP);
        assertThat(anomaly.message()).isEqualTo("Of 120 statements 30 failed, which is 25.0 %.");
        assertThat(anomaly.evidence())
                .containsEntry("statements", "120")
                .containsEntry("failed", "30")
                .containsEntry("percent", "25.0")
                .containsEntry("threshold", "10")
                .containsEntry("sqlStates", "40P01, 23505")
                .containsEntry("firstExecution", "2026-03-01T12:00:00Z")
                .containsEntry("lastExecution", "2026-03-01T12:04:59Z");
    }

    @Test
    void showsNoStateThatIsNone() {
        Anomaly anomaly = ErrorRate.anomaly(rate(100, 30, "password 'x'", ""), WINDOW, 10, 50);

        assertThat(anomaly.evidence()).doesNotContainKey("sqlStates");
    }

    @Test
    void refusesThresholdsInTheWrongOrder() {
        Thresholds wrong =
                Thresholds.from(MapConfig.of("checker.errorRate.threshold", "20", "checker.errorRate.critical", "10"));

        assertThatThrownBy(() -> new ErrorRate().with(wrong))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("checker.errorRate.critical");
    }
}
