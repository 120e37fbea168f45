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
import com.footstone.audit.query.Span;
import com.footstone.audit.query.UserFailures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RepeatedFailuresTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Window WINDOW = new Window(NOON, NOON.plusSeconds(600));
    private static final Subject CLERK =
            Subject.ofTenant("acme").at("postgresql", "orders").as("shop", "clerk");
    private static final UserFailures.Least LEAST = new UserFailures.Least(5, 20, 50);

    private static Anomaly judged(long statements, long failed, long refused) {
        UserFailures user = new UserFailures(
                CLERK, statements, failed, refused, 3, List.of("42501"), new Span(NOON, NOON.plusSeconds(1)));
        return RepeatedFailures.anomaly(user, WINDOW, LEAST, 50);
    }

    @Test
    void beingRefusedIsWorseThanFailing() {
        assertThat(judged(30, 25, 0).severity()).isEqualTo(Severity.MEDIUM);
        assertThat(judged(30, 25, 4).severity()).isEqualTo(Severity.MEDIUM);
        assertThat(judged(1000, 5, 5).severity()).isEqualTo(Severity.HIGH);
        assertThat(judged(1000, 49, 49).severity()).isEqualTo(Severity.HIGH);
        assertThat(judged(1000, 50, 50).severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void moreIsWorse() {
        assertThat(judged(100, 60, 6).degree()).isGreaterThan(judged(100, 60, 5).degree());
        assertThat(judged(100, 61, 5).degree()).isGreaterThan(judged(100, 60, 5).degree());
        assertThat(judged(100, 60, 10).degree())
                .isGreaterThan(judged(100, 65, 5).degree());
    }

    @Test
    void explainsItselfInNumbers() {
        Anomaly anomaly = judged(40, 20, 10);

        assertThat(anomaly.subject()).isEqualTo(CLERK);
        assertThat(anomaly.message()).isEqualTo("Of 40 statements of one user 20 failed, 10 for want of a right.");
        assertThat(anomaly.evidence())
                .containsEntry("statements", "40")
                .containsEntry("failed", "20")
                .containsEntry("percent", "50.0")
                .containsEntry("refused", "10")
                .containsEntry("differentStatements", "3")
                .containsEntry("sqlStates", "42501");
    }

    @Test
    void refusesThresholdsInTheWrongOrder() {
        Thresholds wrong = Thresholds.from(
                MapConfig.of("checker.repeatedFailures.refused", "20", "checker.repeatedFailures.critical", "10"));

        assertThatThrownBy(() -> new RepeatedFailures().with(wrong))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("checker.repeatedFailures.critical");
    }
}
