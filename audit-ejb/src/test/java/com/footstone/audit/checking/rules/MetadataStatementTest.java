package com.footstone.audit.checking.rules;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.checking.AnalysedText;
import com.footstone.audit.checking.RuleProbe;

import static org.assertj.core.api.Assertions.assertThat;

class MetadataStatementTest {

    private final RuleProbe rule = new RuleProbe(new MetadataStatement());

    @ParameterizedTest
    @ValueSource(strings = {"SHOW TABLES", "DESCRIBE t", "USE shop"})
    void finds(String sql) {
        assertThat(rule.finding(AnalysedText.of(sql)).rule()).isEqualTo("MetadataStatement");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT a FROM show_case", "EXPLAIN SELECT a FROM t"})
    void isClear(String sql) {
        rule.isClear(AnalysedText.of(sql));
    }
}
