package com.footstone.audit.model;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

class FindingTest {

    @Test
    void what_is_safe_is_not_a_finding() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new Finding("SlowQuery", Severity.SAFE, 90, "message", Map.of()))
                .satisfies(fault -> assertThat(fault.field()).isEqualTo("severity"));
    }

    @Test
    void rule_and_message_are_not_blank() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new Finding(" ", Severity.LOW, 90, "message", Map.of()))
                .withMessage("rule is blank");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new Finding("SlowQuery", Severity.LOW, 90, "", Map.of()))
                .withMessage("message is blank");
    }

    @Test
    void confidence_is_a_percentage() {
        for (int confidence : new int[] {-1, 101}) {
            assertThatExceptionOfType(InvalidValueException.class)
                    .isThrownBy(() -> new Finding("SlowQuery", Severity.LOW, confidence, "message", Map.of()))
                    .withMessage("confidence is not between 0 and 100");
        }
    }

    @Test
    void evidence_is_copied_and_sorted_by_name() {
        Map<String, String> evidence = new HashMap<>(Map.of("threshold", "1000", "executionTimeMs", "1200"));
        Finding finding = new Finding("SlowQuery", Severity.LOW, 90, "message", evidence);
        evidence.clear();

        assertThat(finding.evidence())
                .containsExactly(Map.entry("executionTimeMs", "1200"), Map.entry("threshold", "1000"));
    }

    @Test
    void evidence_has_names_and_values() {
        Map<String, String> noValue = new HashMap<>();
        noValue.put("threshold", null);

        assertThatNullPointerException()
                .isThrownBy(() -> new Finding("SlowQuery", Severity.LOW, 90, "message", noValue))
                .withMessage("evidence threshold is null");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new Finding("SlowQuery", Severity.LOW, 90, "message", Map.of("", "1")))
                .withMessage("name of evidence is blank");
    }
}
