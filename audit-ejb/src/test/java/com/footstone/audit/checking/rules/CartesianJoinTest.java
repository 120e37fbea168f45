package com.footstone.audit.checking.rules;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.checking.AnalysedText;
import com.footstone.audit.checking.RuleProbe;

import static org.assertj.core.api.Assertions.assertThat;

class CartesianJoinTest {

    private final RuleProbe rule = new RuleProbe(new CartesianJoin());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT o.id, c.name FROM orders o, customer c WHERE o.total > 100",
                "SELECT a.x FROM a, b",
                "SELECT a.x FROM a CROSS JOIN b",
                "SELECT a.x FROM a JOIN b ON a.id = b.id, c WHERE a.y = 1"
            })
    void finds(String sql) {
        assertThat(rule.finding(AnalysedText.of(sql)).rule()).isEqualTo("CartesianJoin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT o.id FROM orders o, customer c WHERE c.id = o.customer_id",
                "SELECT a.x FROM a JOIN b ON a.id = b.id",
                "SELECT a.x FROM a JOIN b USING (id)",
                "SELECT a.x FROM a NATURAL JOIN b",
                "SELECT a.x FROM a, b WHERE a.id = 5 AND b.id = 5",
                "SELECT a.x FROM a, generate_series(1, 3) g",
                "SELECT x FROM a, b WHERE y = z",
                "SELECT a.x FROM a WHERE a.y IN (SELECT b.y FROM b)"
            })
    void isClear(String sql) {
        rule.isClear(AnalysedText.of(sql));
    }
}
