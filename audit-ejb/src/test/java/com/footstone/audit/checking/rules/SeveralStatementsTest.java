package com.footstone.audit.checking.rules;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.checking.AnalysedText;
import com.footstone.audit.checking.RuleProbe;

import static org.assertj.core.api.Assertions.assertThat;

class SeveralStatementsTest {

    private final RuleProbe rule = new RuleProbe(new SeveralStatements());

    @ParameterizedTest
    @ValueSource(strings = {"SELECT a FROM t WHERE id = 7; DELETE FROM t", "SELECT 1; SELECT 2"})
    void finds(String sql) {
        assertThat(rule.finding(AnalysedText.of(sql)).rule()).isEqualTo("SeveralStatements");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT a FROM t;", "SELECT ';' FROM t", "SELECT a FROM t -- ; x"})
    void isClear(String sql) {
        rule.isClear(AnalysedText.of(sql));
    }
}
