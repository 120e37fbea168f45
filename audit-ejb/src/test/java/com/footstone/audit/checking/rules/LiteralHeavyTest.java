package com.footstone.audit.checking.rules;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.checking.AnalysedText;
import com.footstone.audit.checking.RuleProbe;

import static org.assertj.core.api.Assertions.assertThat;

class LiteralHeavyTest {

    private final RuleProbe rule = new RuleProbe(new LiteralHeavy());

    @ParameterizedTest
    @ValueSource(strings = {"SELECT a FROM t WHERE b IN (1,2,3,4,5,6,7,8,9,10,11)"})
    void finds(String sql) {
        assertThat(rule.finding(AnalysedText.of(sql)).rule()).isEqualTo("LiteralHeavy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT a FROM t WHERE b IN (1,2,3,4,5,6,7,8,9,10)"})
    void isClear(String sql) {
        rule.isClear(AnalysedText.of(sql));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT a FROM t WHERE b IN (1,2,3,4,5,6,7,8,9,10,11) AND c = ?", "CREATE TABLE t (a int)"})
    void doesNotConcern(String sql) {
        rule.isNotApplicable(AnalysedText.of(sql));
    }
}
