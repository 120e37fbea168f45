package com.footstone.audit.checking.rules;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.checking.AnalysedText;
import com.footstone.audit.checking.RuleProbe;

import static org.assertj.core.api.Assertions.assertThat;

class SqlCommentTest {

    private final RuleProbe rule = new RuleProbe(new SqlComment());

    @ParameterizedTest
    @ValueSource(strings = {"SELECT a FROM t -- x", "SELECT /* x */ a FROM t"})
    void finds(String sql) {
        assertThat(rule.finding(AnalysedText.of(sql)).rule()).isEqualTo("SqlComment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT a FROM t", "SELECT /*+ full(t) */ a FROM t", "SELECT '-- x' FROM t"})
    void isClear(String sql) {
        rule.isClear(AnalysedText.of(sql));
    }
}
