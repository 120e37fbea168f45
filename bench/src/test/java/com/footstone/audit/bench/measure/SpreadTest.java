package com.footstone.audit.bench.measure;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SpreadTest {

    @Test
    void theMedianIsTheOneInTheMiddleOrBetweenTheTwo() {
        assertThat(Spread.of(List.of(9.0, 1.0, 2.0)).median()).isEqualTo(2);
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 9.0)).median()).isEqualTo(3);
    }

    @Test
    void roundsKeepTheirOrder() {
        Spread spread = Spread.of(List.of(9.0, 1.0, 2.0));

        assertThat(spread.rounds()).containsExactly(9.0, 1.0, 2.0);
        assertThat(spread.min()).isEqualTo(1);
        assertThat(spread.max()).isEqualTo(9);
    }
}
