package com.footstone.audit.checking.rules;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.checking.AnalysedText;
import com.footstone.audit.checking.RuleProbe;

import static org.assertj.core.api.Assertions.assertThat;

class FunctionOnColumnTest {

    private final RuleProbe rule = new RuleProbe(new FunctionOnColumn());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT id FROM c WHERE lower(email) = 'x'",
                "SELECT id FROM c WHERE date_trunc('day', created) = $1",
                "DELETE FROM c WHERE coalesce(a, 1) = 1"
            })
    void finds(String sql) {
        assertThat(rule.finding(AnalysedText.of(sql)).rule()).isEqualTo("FunctionOnColumn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT lower(email) FROM c WHERE id = 1",
                "SELECT id FROM c WHERE email = lower('X')",
                "SELECT id, count(*) FROM c GROUP BY id HAVING count(b) > 1 AND max(d) > 2",
                "SELECT id FROM c WHERE created > now()"
            })
    void isClear(String sql) {
        rule.isClear(AnalysedText.of(sql));
    }
}
