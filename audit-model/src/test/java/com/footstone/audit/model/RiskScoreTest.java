package com.footstone.audit.model;

import java.util.List;

import org.junit.jupiter.api.Test;

import com.footstone.audit.model.RiskScore.Part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RiskScoreTest {

    private static final Part SMALL = new Part("environment", 5);
    private static final Part LARGE = new Part("severity", 60);

    @Test
    void score_is_the_sum_of_its_parts_largest_first() {
        RiskScore score = RiskScore.of(List.of(SMALL, LARGE));

        assertThat(score.value()).isEqualTo(65);
        assertThat(score.parts()).containsExactly(LARGE, SMALL);
        assertThat(score).isEqualTo(new RiskScore(65, List.of(LARGE, SMALL)));
    }

    @Test
    void score_stops_at_a_hundred() {
        assertThat(RiskScore.of(List.of(LARGE, LARGE)).value()).isEqualTo(100);
        assertThat(RiskScore.of(List.of(new Part("a", Integer.MAX_VALUE), new Part("b", Integer.MAX_VALUE)))
                        .value())
                .isEqualTo(100);
    }

    @Test
    void score_that_is_not_the_sum_is_refused() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new RiskScore(60, List.of(LARGE, SMALL)))
                .withMessage("risk is not the sum of its parts");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new RiskScore(101, List.of(LARGE, LARGE)))
                .withMessage("risk is not between 0 and 100");
    }

    @Test
    void part_is_named_and_not_negative() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new Part(" ", 1))
                .withMessage("name is blank");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new Part("severity", -1))
                .withMessage("points is less than 0");
    }

    @Test
    void none_has_no_parts() {
        assertThat(RiskScore.NONE).isEqualTo(RiskScore.of(List.of()));
    }
}
