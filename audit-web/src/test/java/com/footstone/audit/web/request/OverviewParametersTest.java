package com.footstone.audit.web.request;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import com.footstone.audit.query.OverviewFilter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OverviewParametersTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T12:30:00Z"), ZoneOffset.UTC);

    @Test
    void takesTheLastDayWhenNothingIsGiven() {
        assertThat(new OverviewParameters().filter(CLOCK))
                .isEqualTo(new OverviewFilter(
                        Instant.parse("2026-03-01T12:00:00Z"),
                        Instant.parse("2026-03-02T13:00:00Z"),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void refusesAnEmptyRangeEvenThoughItWouldTouchAnHour() {
        OverviewParameters parameters = new OverviewParameters();
        parameters.from = "2026-03-01T12:30:00Z";
        parameters.to = "2026-03-01T12:30:00Z";

        assertThatThrownBy(() -> parameters.filter(CLOCK)).hasMessage("from is not before to");
    }

    @Test
    void blamesTheEndWhenOnlyTheEndWasGiven() {
        OverviewParameters parameters = new OverviewParameters();
        parameters.to = "1970-01-01T00:00:01Z";

        assertThatThrownBy(() -> parameters.filter(CLOCK)).hasMessageStartingWith("to is before 1970-01-02");
    }
}
