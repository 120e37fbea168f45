package com.footstone.audit.checking.rules;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.checking.AnalysedText;
import com.footstone.audit.checking.RuleProbe;

import static org.assertj.core.api.Assertions.assertThat;

class RequiredConditionTest {

    private final RuleProbe rule = new RuleProbe(new RequiredCondition());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT a FROM t",
                "SELECT a FROM t WHERE name = 'x'",
                "UPDATE t SET tenant_id = 1 WHERE name = 'x'",
                "DELETE FROM t WHERE created < now()"
            })
    void finds(String sql) {
        assertThat(rule.finding(AnalysedText.of(sql)).rule()).isEqualTo("RequiredCondition");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT a FROM t WHERE id = 7",
                "SELECT a FROM t WHERE tenant_id = 7 AND name = 'x'",
                "DELETE FROM t WHERE \"Tenant_Id\" = 7",
                "SELECT 1"
            })
    void isClear(String sql) {
        rule.isClear(AnalysedText.of(sql));
    }

    @Test
    void isToldOfWhichTablesAndColumns() {
        RuleProbe own = new RuleProbe(
                new RequiredCondition(),
                "checker.requiredCondition.tables",
                "invoice",
                "checker.requiredCondition.columns",
                "tenant");

        assertThat(own.finding(AnalysedText.of("SELECT a FROM shop.invoice WHERE id = 7"))
                        .evidence())
                .containsEntry("table", "shop.invoice");
        own.isClear(AnalysedText.of("SELECT a FROM shop.invoice WHERE id = 7 AND tenant = 3"));
        own.isClear(AnalysedText.of("SELECT a FROM note"));
    }

    @Test
    void doesNotConcernInserts() {
        rule.isNotApplicable(AnalysedText.of("INSERT INTO t (a) VALUES (1)"));
    }
}
