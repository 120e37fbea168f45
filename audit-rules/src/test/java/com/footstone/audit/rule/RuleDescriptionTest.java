package com.footstone.audit.rule;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.model.Finding;
import com.footstone.audit.model.RuleResult;
import com.footstone.audit.model.Severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RuleDescriptionTest {

    private static final Threshold<Long> ROWS = new Threshold.Count("rows", 10L, 1, 100, "rows", "How many rows.");

    private static RuleDescription of(String id, Severity severity, String page, Threshold<?>... thresholds) {
        return new RuleDescription(id, "A title", severity, "A summary.", page, List.of(thresholds));
    }

    @Test
    void aFindingBearsTheRulesNameAndSeverity() {
        RuleResult raised =
                of("Payroll", Severity.HIGH, "A page.", ROWS).raise(80, "Found.", Map.of("table", "payroll"));

        assertThat(raised)
                .isEqualTo(new RuleResult.Raised(
                        new Finding("Payroll", Severity.HIGH, 80, "Found.", Map.of("table", "payroll"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "payroll", "Pay-roll", "Pay roll"})
    void anIdIsLettersAndDigitsAfterACapital(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> of(id, Severity.HIGH, "A page."));
    }

    @Test
    void nothingOfItMayBeLeftOut() {
        assertThatIllegalArgumentException().isThrownBy(() -> of("Payroll", Severity.SAFE, "A page."));
        assertThatIllegalArgumentException().isThrownBy(() -> of("Payroll", Severity.HIGH, " "));
    }

    @Test
    void noTwoThresholdsShareAName() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> of("Payroll", Severity.HIGH, "A page.", ROWS, new Threshold.Flag("rows", true, "Why.")))
                .withMessageContaining("rows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"enabled", "Rows", "", "rows-read"})
    void aThresholdHasANameThatGoesIntoAKey(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Threshold.Flag(name, true, "Why."));
    }

    @Test
    void aDefaultIsWithinItsBounds() {
        Duration second = Duration.ofSeconds(1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Threshold.Count("rows", 0L, 1, 100, "rows", "How many rows."));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Threshold.Time("took", Duration.ZERO, second, second, "How long."));
        assertThatIllegalArgumentException().isThrownBy(() -> new Threshold.Texts("tables", List.of(), "Which."));
        assertThatIllegalArgumentException().isThrownBy(() -> new Threshold.Texts("tables", List.of("a,b"), "Which."));
    }
}
