package com.footstone.audit.detect.detectors;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.footstone.audit.detect.detectors.FirstAccess.First;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.anomaly.Anomaly;
import com.footstone.audit.model.anomaly.Subject;
import com.footstone.audit.model.anomaly.Window;
import com.footstone.audit.query.Span;
import com.footstone.audit.query.TableAccess;
import com.footstone.audit.sink.anomaly.Encounter;

import static org.assertj.core.api.Assertions.assertThat;

class FirstAccessTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Window WINDOW = new Window(NOON, NOON.plusSeconds(60));
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Subject PAYROLL =
            Subject.ofTenant("acme").at("postgresql", "hr").on("payroll");

    private static First first(long changes, Instant since) {
        return new First(
                new TableAccess(PAYROLL.as("app", "clerk"), 3, changes, new Span(NOON, NOON.plusSeconds(1))),
                new Encounter(PAYROLL, "3:appclerk", since, 4));
    }

    @Test
    void aTableThatIsBeingLearnedIsLeftAlone() {
        assertThat(first(0, NOON.minus(WEEK).plusMillis(1)).isNews(WINDOW, WEEK))
                .isFalse();
        assertThat(first(0, NOON.minus(WEEK)).isNews(WINDOW, WEEK)).isTrue();
    }

    @Test
    void changingIsWorseThanReading() {
        assertThat(first(0, NOON).anomaly(WINDOW).severity()).isEqualTo(Severity.MEDIUM);
        assertThat(first(1, NOON).anomaly(WINDOW).severity()).isEqualTo(Severity.HIGH);
    }

    @Test
    void explainsItselfInNumbers() {
        Anomaly anomaly = first(1, NOON.minus(WEEK)).anomaly(WINDOW);

        assertThat(anomaly.subject()).isEqualTo(PAYROLL.as("app", "clerk"));
        assertThat(anomaly.message()).isEqualTo("The user touched this table for the first time; 4 others did before.");
        assertThat(anomaly.evidence())
                .containsEntry("executions", "3")
                .containsEntry("changes", "1")
                .containsEntry("usersKnown", "4")
                .containsEntry("tableKnownSince", "2026-02-22T12:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"*salary*, salary", "hr.pay*_x, hr.pay", "plain, plain", "*, ''", "`hr`.\"pay\", pay"})
    void everyNameThatFitsAPatternHoldsItsFragment(String pattern, String fragment) {
        assertThat(FirstAccess.fragment(pattern)).isEqualTo(fragment);
    }
}
