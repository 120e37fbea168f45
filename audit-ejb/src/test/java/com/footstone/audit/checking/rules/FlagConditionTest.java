package com.footstone.audit.checking.rules;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.checking.AnalysedText;
import com.footstone.audit.checking.RuleProbe;

import static org.assertj.core.api.Assertions.assertThat;

class FlagConditionTest {

    private final RuleProbe rule = new RuleProbe(new FlagCondition());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT a FROM t WHERE deleted = 0",
                "SELECT a FROM t WHERE t.status = 'NEW' AND t.type IN (1, 2)",
                "UPDATE t SET a = 1 WHERE \"Enabled\" = true",
                "DELETE FROM t WHERE is_deleted = 1 OR del_flag = 'Y'"
            })
    void finds(String sql) {
        assertThat(rule.finding(AnalysedText.of(sql)).rule()).isEqualTo("FlagCondition");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT a FROM t WHERE deleted = 0 AND id = 7",
                "SELECT a FROM t WHERE status = 'NEW' LIMIT 10",
                "SELECT a FROM t WHERE statuses = 1",
                "SELECT a FROM t WHERE 1 = 1"
            })
    void isClear(String sql) {
        rule.isClear(AnalysedText.of(sql));
    }

    @Test
    void doesNotConcernStatementsWithoutConditions() {
        rule.isNotApplicable(AnalysedText.of("SELECT a FROM t"));
        rule.isNotApplicable(AnalysedText.of("INSERT INTO t (status) VALUES (1)"));
    }
}
