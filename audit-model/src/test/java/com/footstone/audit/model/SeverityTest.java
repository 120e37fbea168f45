package com.footstone.audit.model;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SeverityTest {

    @Test
    void order_is_from_harmless_to_worst() {
        assertThat(Severity.values())
                .containsExactly(Severity.SAFE, Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL);
    }

    @Test
    void worse_of_two_wins_either_way_round() {
        for (Severity one : Severity.values()) {
            for (Severity other : Severity.values()) {
                assertThat(one.max(other))
                        .isEqualTo(other.max(one))
                        .isGreaterThanOrEqualTo(one)
                        .isGreaterThanOrEqualTo(other)
                        .isIn(one, other);
            }
        }
    }
}
