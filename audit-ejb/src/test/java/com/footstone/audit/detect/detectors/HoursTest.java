package com.footstone.audit.detect.detectors;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HoursTest {

    private static final Instant SUNDAY_THREE = Instant.parse("2026-03-01T03:00:00Z");

    @Test
    void measuresHowFarAnHourIsFromThemAroundMidnightToo() {
        assertThat(Hours.of((1 << 9) | (1 << 23)).distance(SUNDAY_THREE)).isEqualTo(4);
        assertThat(Hours.of(1 << 3).distance(SUNDAY_THREE)).isZero();
        assertThat(Hours.of(1 << 15).distance(SUNDAY_THREE)).isEqualTo(12);
        assertThat(Hours.of(0).distance(SUNDAY_THREE)).isEqualTo(24);
    }

    @Test
    void showsThemselves() {
        assertThat(Hours.of(1 | (1 << 9) | (1 << 23))).hasToString("0 9 23").matches(hours -> hours.number() == 3);
        assertThat(Hours.of(0)).hasToString("none");
        assertThat(Hours.text(SUNDAY_THREE)).isEqualTo("Sun 03:00");
    }

    @Test
    void knowsTheWeekend() {
        assertThat(Hours.isWeekend(SUNDAY_THREE)).isTrue();
        assertThat(Hours.isWeekend(Instant.parse("2026-02-28T00:00:00Z"))).isTrue();
        assertThat(Hours.isWeekend(Instant.parse("2026-02-27T23:59:59Z"))).isFalse();
        assertThat(Hours.isWeekend(Instant.parse("2026-03-02T00:00:00Z"))).isFalse();
    }
}
