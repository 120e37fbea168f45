package com.footstone.audit.web.request;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import com.footstone.audit.model.EventId;
import com.footstone.audit.model.Severity;
import com.footstone.audit.query.FindingFilter;
import com.footstone.audit.query.FindingSummary;
import com.footstone.audit.query.Page;
import com.footstone.audit.query.SeenPosition;
import com.footstone.audit.query.TimeRange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FindingParametersTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

    @Test
    void readsEveryCondition() {
        FindingParameters parameters = new FindingParameters();
        parameters.to = "2026-03-01T12:00:00.123456Z";
        parameters.severity = "CRITICAL";
        parameters.rule = "SlowQuery";
        parameters.fingerprint = "0123456789abcdef0123456789abcdef";
        parameters.application = "shop";
        parameters.tenant = "acme";

        assertThat(parameters.filter())
                .isEqualTo(new FindingFilter(
                        new TimeRange(Optional.empty(), Optional.of(NOON)),
                        Optional.of(Severity.CRITICAL),
                        Optional.of("SlowQuery"),
                        Optional.of("0123456789abcdef0123456789abcdef"),
                        Optional.of("shop"),
                        Optional.of("acme")));
    }

    @Test
    void goesOnAfterTheLastFindingOfAPage() {
        FindingParameters parameters = new FindingParameters();
        parameters.cursor = new FindingParameters().next(new Page<>(List.of(finding()), true), Map.of());

        assertThat(parameters.after(Map.of())).contains(new SeenPosition(NOON, 7));
    }

    @Test
    void refusesTheCursorOfAnotherList() {
        FindingParameters parameters = new FindingParameters();
        parameters.cursor = Cursor.of(NOON + " 7", "audits{}");

        assertThatThrownBy(() -> parameters.after(Map.of())).isInstanceOf(InvalidParameterException.class);
    }

    private static FindingSummary finding() {
        return new FindingSummary(
                7,
                "",
                "shop",
                "SlowQuery",
                Severity.HIGH,
                80,
                90,
                3,
                NOON,
                NOON,
                "0123456789abcdef0123456789abcdef",
                "SELECT",
                "select ?",
                new FindingSummary.Example(new EventId("topic", 0, 1), "select ?", "It took long.", Map.of()));
    }
}
