package com.footstone.audit.checking.rules;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.checking.AnalysedText;
import com.footstone.audit.checking.RuleProbe;

import static org.assertj.core.api.Assertions.assertThat;

class LargePageTest {

    private final RuleProbe rule = new RuleProbe(new LargePage());

    @ParameterizedTest
    @ValueSource(
            strings = {"SELECT a FROM t ORDER BY a LIMIT 1001", "SELECT a FROM t ORDER BY a FETCH FIRST 5000 ROWS ONLY"
            })
    void finds(String sql) {
        assertThat(rule.finding(AnalysedText.of(sql)).rule()).isEqualTo("LargePage");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT a FROM t ORDER BY a LIMIT 1000"})
    void isClear(String sql) {
        rule.isClear(AnalysedText.of(sql));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT a FROM t", "SELECT a FROM t LIMIT ?"})
    void doesNotConcern(String sql) {
        rule.isNotApplicable(AnalysedText.of(sql));
    }
}
