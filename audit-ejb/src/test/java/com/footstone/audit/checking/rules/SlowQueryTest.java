package com.footstone.audit.checking.rules;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.footstone.audit.checking.RuleProbe;
import com.footstone.audit.checking.SampleEvent;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.config.MapConfig;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.StatementKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SlowQueryTest {

    private final RuleProbe rule = new RuleProbe(new SlowQuery());

    @ParameterizedTest
    @CsvSource({"1001, HIGH", "5000, HIGH", "5001, CRITICAL", "9223372036854775807, CRITICAL"})
    void findsWhatTookLongerThanTheThreshold(long millis, Severity expected) {
        Finding finding = rule.finding(lasting(millis));

        assertThat(finding.severity()).isEqualTo(expected);
        assertThat(finding.confidence()).isEqualTo(100);
        assertThat(finding.evidence())
                .containsEntry("observed", Long.toString(millis))
                .containsEntry("threshold", "1000")
                .containsEntry("unit", "ms");
    }

    @ParameterizedTest
    @CsvSource({"0", "999", "1000"})
    void isClearUpToAndIncludingTheThreshold(long millis) {
        rule.isClear(lasting(millis));
    }

    @Test
    void followsItsSettings() {
        RuleProbe strict = new RuleProbe(
                new SlowQuery(), "checker.slowQuery.threshold", "10", "checker.slowQuery.critical", "PT0.02S");

        strict.isClear(lasting(10));
        assertThat(strict.finding(lasting(20)).severity()).isEqualTo(Severity.HIGH);
        assertThat(strict.finding(lasting(21)).severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void refusesACriticalThresholdBelowTheOther() {
        Thresholds thresholds = Thresholds.from(MapConfig.of("checker.slowQuery.threshold", "6000"));

        assertThatThrownBy(() -> new SlowQuery().with(thresholds))
                .hasMessageContaining("checker.slowQuery.critical is below checker.slowQuery.threshold");
    }

    private static SampleEvent lasting(long millis) {
        return SampleEvent.of(StatementKind.SELECT).with(event -> event.executionTimeMs(millis));
    }
}
