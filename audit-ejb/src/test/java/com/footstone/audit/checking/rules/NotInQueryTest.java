package com.footstone.audit.checking.rules;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.checking.AnalysedText;
import com.footstone.audit.checking.RuleProbe;

import static org.assertj.core.api.Assertions.assertThat;

class NotInQueryTest {

    private final RuleProbe rule = new RuleProbe(new NotInQuery());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT id FROM c WHERE id NOT IN (SELECT c FROM o)",
                "DELETE FROM c WHERE id not in ((select c from o))",
                "SELECT id FROM c WHERE id NOT IN (WITH x AS (SELECT 1) SELECT * FROM x)"
            })
    void finds(String sql) {
        assertThat(rule.finding(AnalysedText.of(sql)).rule()).isEqualTo("NotInQuery");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT id FROM c WHERE id NOT IN (1, 2)",
                "SELECT id FROM c WHERE id IN (SELECT c FROM o)",
                "SELECT id FROM c WHERE NOT EXISTS (SELECT 1 FROM o)"
            })
    void isClear(String sql) {
        rule.isClear(AnalysedText.of(sql));
    }
}
