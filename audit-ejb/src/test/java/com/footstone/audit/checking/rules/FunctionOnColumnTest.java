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
                "DELETE FROM c WHERE coalesce(a, 1) = 1",
                "SELECT id FROM c WHERE upper(a::text) = 'X'",
                "SELECT id FROM c WHERE jsonb_array_length(a -> 'b') > 5",
                "SELECT id FROM c WHERE lower(coalesce(a, 'x')) = 'x'",
                "SELECT id FROM c WHERE extract(month FROM created) = 5",
                "SELECT id FROM c WHERE trim(a) = 'x'",
                "SELECT c.id FROM c JOIN d ON upper(c.a) = d.a"
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
                "SELECT id FROM c WHERE created > now()",
                "SELECT id FROM c GROUP BY id HAVING max(length(a)) > 5",
                "SELECT id FROM c WHERE created > date_trunc('day', now())",
                "SELECT id FROM c WHERE a = (SELECT max(b) FROM d)",
                "SELECT id FROM c WHERE a = coalesce((SELECT b FROM d WHERE d.id = 5), 1)",
                "SELECT id FROM c WHERE a = ANY (b)"
            })
    void isClear(String sql) {
        rule.isClear(AnalysedText.of(sql));
    }
}
