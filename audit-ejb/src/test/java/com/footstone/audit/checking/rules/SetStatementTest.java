package com.footstone.audit.checking.rules;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.checking.AnalysedText;
import com.footstone.audit.checking.RuleProbe;

import static org.assertj.core.api.Assertions.assertThat;

class SetStatementTest {

    private final RuleProbe rule = new RuleProbe(new SetStatement());

    @ParameterizedTest
    @ValueSource(strings = {"SET search_path TO a", "RESET ALL"})
    void finds(String sql) {
        assertThat(rule.finding(AnalysedText.of(sql)).rule()).isEqualTo("SetStatement");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE t SET a = 1", "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE"})
    void isClear(String sql) {
        rule.isClear(AnalysedText.of(sql));
    }
}
