package com.footstone.audit.checking.rules;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.checking.AnalysedText;
import com.footstone.audit.checking.RuleProbe;

import static org.assertj.core.api.Assertions.assertThat;

class SetOperationTest {

    private final RuleProbe rule = new RuleProbe(new SetOperation());

    @ParameterizedTest
    @ValueSource(strings = {"SELECT a FROM t UNION SELECT b FROM u", "SELECT a FROM t EXCEPT SELECT b FROM u"})
    void finds(String sql) {
        assertThat(rule.finding(AnalysedText.of(sql)).rule()).isEqualTo("SetOperation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT a FROM t", "SELECT t.minus FROM t"})
    void isClear(String sql) {
        rule.isClear(AnalysedText.of(sql));
    }
}
