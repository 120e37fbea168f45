package com.footstone.audit.checking.rules;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.checking.AnalysedText;
import com.footstone.audit.checking.RuleProbe;

import static org.assertj.core.api.Assertions.assertThat;

class SelectAllColumnsTest {

    private final RuleProbe rule = new RuleProbe(new SelectAllColumns());

    @ParameterizedTest
    @ValueSource(strings = {"SELECT * FROM t WHERE a = 1", "SELECT t.* FROM t"})
    void finds(String sql) {
        assertThat(rule.finding(AnalysedText.of(sql)).rule()).isEqualTo("SelectAllColumns");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT a FROM t", "SELECT count(*) FROM t"})
    void isClear(String sql) {
        rule.isClear(AnalysedText.of(sql));
    }
}
