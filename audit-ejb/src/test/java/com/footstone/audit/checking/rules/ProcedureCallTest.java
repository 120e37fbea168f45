package com.footstone.audit.checking.rules;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.checking.AnalysedText;
import com.footstone.audit.checking.RuleProbe;

import static org.assertj.core.api.Assertions.assertThat;

class ProcedureCallTest {

    private final RuleProbe rule = new RuleProbe(new ProcedureCall());

    @ParameterizedTest
    @ValueSource(strings = {"CALL p(1)", "DO $$ BEGIN NULL; END $$"})
    void finds(String sql) {
        assertThat(rule.finding(AnalysedText.of(sql)).rule()).isEqualTo("ProcedureCall");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT p(1)", "COMMIT"})
    void isClear(String sql) {
        rule.isClear(AnalysedText.of(sql));
    }
}
