package com.footstone.audit.checking.rules;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.checking.AnalysedText;
import com.footstone.audit.checking.RuleProbe;

import static org.assertj.core.api.Assertions.assertThat;

class PageWithoutOrderTest {

    private final RuleProbe rule = new RuleProbe(new PageWithoutOrder());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT a FROM t LIMIT 20",
                "SELECT a FROM t LIMIT 20 OFFSET 40",
                "SELECT a FROM t WHERE b = ? LIMIT ?"
            })
    void finds(String sql) {
        assertThat(rule.finding(AnalysedText.of(sql)).rule()).isEqualTo("PageWithoutOrder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT a FROM t ORDER BY a LIMIT 20"})
    void isClear(String sql) {
        rule.isClear(AnalysedText.of(sql));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT a FROM t", "SELECT a FROM t WHERE b = 1 LIMIT 1", "DELETE FROM t"})
    void doesNotConcern(String sql) {
        rule.isNotApplicable(AnalysedText.of(sql));
    }
}
