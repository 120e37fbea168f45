package com.footstone.audit.checking.rules;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.checking.AnalysedText;
import com.footstone.audit.checking.RuleProbe;

import static org.assertj.core.api.Assertions.assertThat;

class LimitWithoutConditionTest {

    private final RuleProbe rule = new RuleProbe(new LimitWithoutCondition());

    @ParameterizedTest
    @ValueSource(strings = {"SELECT a FROM t ORDER BY a LIMIT 20"})
    void finds(String sql) {
        assertThat(rule.finding(AnalysedText.of(sql)).rule()).isEqualTo("LimitWithoutCondition");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT a FROM t WHERE b = 1 LIMIT 20", "SELECT a FROM t"})
    void isClear(String sql) {
        rule.isClear(AnalysedText.of(sql));
    }
}
