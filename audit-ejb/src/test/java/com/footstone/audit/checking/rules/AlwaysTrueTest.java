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
                "SELECT a FROM t WHERE 1=1 ORDER BY a",
                "SELECT a FROM t WHERE 2 > 1",
                "SELECT a FROM t WHERE 1 <= 1 LIMIT 5",
                "SELECT a FROM t WHERE b = 2 AND (1 = 1 OR c = 3)"
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
                "SELECT a FROM t WHERE b = ?",
                "SELECT a FROM t WHERE 1 > 2",
                "SELECT a FROM t WHERE b = 1 OR 1 = 1 AND c = 2",
                "SELECT a FROM t WHERE b = 1 AND 1 = 1 OR c = 2",
                "SELECT a FROM t WHERE (b = 1 AND 1 = 1) ORDER BY a",
                "SELECT a FROM t WHERE b = 1 AND (1 = 1)",
                "SELECT t.a FROM t LEFT JOIN LATERAL (SELECT b FROM u WHERE u.a = t.a) x ON true WHERE t.a = 5"
            })
    void isClear(String sql) {
        rule.isClear(AnalysedText.of(sql));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"DELETE FROM t WHERE 1", "UPDATE t SET a = 5 WHERE 1 LIMIT 5", "SELECT a FROM t WHERE b = 2 OR 1"
            })
    void findsANumberAloneInMySql(String sql) {
        assertThat(rule.finding(AnalysedText.of("mysql", sql)).rule()).isEqualTo("AlwaysTrue");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM t WHERE 0",
                "DELETE FROM t WHERE 1 AND a = 2",
                "DELETE FROM t WHERE a BETWEEN 1 AND 5",
                "DELETE FROM t WHERE a BETWEEN 1 AND 5 OR b = 2",
                "DELETE FROM t WHERE 5 BETWEEN a AND b",
                "DELETE FROM t WHERE 5 = a"
            })
    void isClearInMySql(String sql) {
        rule.isClear(AnalysedText.of("mysql", sql));
    }
}
