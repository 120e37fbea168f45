package com.footstone.audit.model;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RuleResultTest {

    @Test
    void four_answers_differ() {
        assertThat(RuleResult.CLEAR).isNotEqualTo(RuleResult.NOT_APPLICABLE);
        assertThat(RuleResult.class.getPermittedSubclasses()).hasSize(4);
    }

    @Test
    void failure_says_why() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new RuleResult.Failed(" "))
                .withMessage("reason is blank");
    }
}
