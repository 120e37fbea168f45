package com.footstone.audit.model;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class VerdictTest {

    private static final Finding LOW = new Finding("ErrorPattern", Severity.LOW, 80, "failed", Map.of());
    private static final Finding HIGH = Samples.FINDING;

    @Test
    void findings_are_kept_worst_first() {
        assertThat(verdict(Severity.HIGH, List.of(LOW, HIGH), List.of()).findings())
                .containsExactly(HIGH, LOW);
    }

    @Test
    void severity_is_that_of_the_worst_finding() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> verdict(Severity.LOW, List.of(LOW, HIGH), List.of()))
                .withMessage("severity is not that of the worst finding");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> verdict(Severity.LOW, List.of(), List.of()));
        assertThat(verdict(Severity.SAFE, List.of(), List.of()).severity()).isEqualTo(Severity.SAFE);
    }

    @Test
    void what_was_not_checked_is_never_clean() {
        Verdict checked = verdict(Severity.SAFE, List.of(), List.of());
        Verdict unchecked = verdict(Severity.SAFE, List.of(), List.of("NoWhere: not understood"));
        Verdict found = verdict(Severity.LOW, List.of(LOW), List.of());

        assertThat(checked.complete()).isTrue();
        assertThat(checked.clean()).isTrue();
        assertThat(unchecked.complete()).isFalse();
        assertThat(unchecked.clean()).isFalse();
        assertThat(found.complete()).isTrue();
        assertThat(found.clean()).isFalse();
    }

    @Test
    void confidence_is_a_percentage() {
        for (int confidence : new int[] {-1, 101}) {
            assertThatExceptionOfType(InvalidValueException.class)
                    .isThrownBy(() -> new Verdict(Severity.SAFE, RiskScore.NONE, confidence, List.of(), List.of()))
                    .withMessage("confidence is not between 0 and 100");
        }
    }

    private static Verdict verdict(Severity severity, List<Finding> findings, List<String> unchecked) {
        return new Verdict(severity, RiskScore.NONE, 100, findings, unchecked);
    }
}
