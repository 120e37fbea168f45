package com.footstone.audit.query;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import com.footstone.audit.model.InvalidValueException;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TimeRangeTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void refusesEndsInTheWrongOrder() {
        assertThatThrownBy(() -> TimeRange.between(NOON, NOON))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("from is not before to");
    }

    @Test
    void refusesWhatClickHouseCannotCount() {
        assertThatThrownBy(() -> TimeRange.between(Instant.MIN, NOON))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("from is not between");
        assertThatThrownBy(() -> TimeRange.between(NOON, Instant.MAX))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("to is not between");
    }
}
