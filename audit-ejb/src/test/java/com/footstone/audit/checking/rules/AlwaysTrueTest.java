package com.footstone.audit.checking.rules;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.checking.AnalysedText;
import com.footstone.audit.checking.RuleProbe;

import static org.assertj.core.api.Assertions.assertThat;

class AlwaysTrueTest {

    private final RuleProbe rule = new RuleProbe(new AlwaysTrue());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT a FROM t WHERE b = 'x' OR 1=1",
                "SELECT a FROM t WHERE b = 'x' OR 'a' = 'a'",
                "DELETE FROM t WHERE 1=1",
                "SELECT a FROM t WHERE (1 = 1)",
                "SELECT a FROM t WHERE true",
                "SELECT a FROM t WHERE b = '' OR 1=1 -- x",
                "SELECT a FROM t WHERE 1 <> 2",
                "SELECT a FROM t WHERE 1=1 ORDER BY a"
            })
    void finds(String sql) {
        assertThat(rule.finding(AnalysedText.of(sql)).rule()).isEqualTo("AlwaysTrue");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT a FROM t WHERE 1 = 1 AND b = 2",
                "SELECT a FROM t WHERE b = 1 AND 1 = 1",
                "SELECT a FROM t WHERE 1 = 2",
                "SELECT a FROM t WHERE b = 1 OR c = 1",
                "SELECT a FROM t WHERE 'a' = b",
                "SELECT a FROM t WHERE b = ?"
            })
    void isClear(String sql) {
        rule.isClear(AnalysedText.of(sql));
    }
}
