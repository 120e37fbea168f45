package com.footstone.audit.detect.detectors;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class BaselineTest {

    @Test
    void oddDaysDoNotMoveIt() {
        Baseline calm = Baseline.of(List.of(90L, 100L, 110L, 80L, 120L, 100L, 100L));
        Baseline shaken = Baseline.of(List.of(90L, 100L, 110L, 80L, 120L, 1_000_000L, 0L));

        assertThat(calm.median()).isEqualTo(100);
        assertThat(shaken.median()).isEqualTo(100);
        assertThat(shaken.spread()).isLessThan(40);
    }

    @Test
    void anEvenNumberOfDaysHasItsMedianInBetween() {
        assertThat(Baseline.of(List.of(1L, 3L, 10L, 20L)).median()).isEqualTo(6.5);
    }

    @Test
    void whatNeverDiffersLeavesRoomForATenth() {
        Baseline steady = Baseline.of(List.of(1000L, 1000L, 1000L));

        assertThat(steady.spread()).isEqualTo(100);
        assertThat(steady.excess(1800)).isCloseTo(8, within(0.001));
        assertThat(Baseline.of(List.of(0L, 0L, 0L)).spread()).isEqualTo(1);
    }

    @Test
    void moreIsNeverLessUnusual() {
        Baseline usual = Baseline.of(List.of(5L, 7L, 9L, 400L));

        assertThat(usual.excess(11)).isGreaterThan(usual.excess(10));
        assertThat(usual.excess(0)).isNegative();
    }
}
