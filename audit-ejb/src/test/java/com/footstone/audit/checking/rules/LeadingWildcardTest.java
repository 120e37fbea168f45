package com.footstone.audit.checking.rules;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.checking.AnalysedText;
import com.footstone.audit.checking.RuleProbe;

import static org.assertj.core.api.Assertions.assertThat;

class LeadingWildcardTest {

    private final RuleProbe rule = new RuleProbe(new LeadingWildcard());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT id FROM p WHERE name LIKE '%lamp%'",
                "SELECT id FROM p WHERE name ILIKE '%x'",
                "SELECT id FROM p WHERE name NOT LIKE N'%x'",
                "SELECT id FROM p WHERE name LIKE '%' || ?",
                "SELECT id FROM p WHERE name LIKE concat('%', ?, '%')",
                "SELECT id FROM p WHERE upper(name) LIKE upper('%x%')",
                "SELECT id FROM p WHERE name LIKE ANY (ARRAY['%x', 'y'])"
            })
    void finds(String sql) {
        assertThat(rule.finding(AnalysedText.of(sql)).rule()).isEqualTo("LeadingWildcard");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT id FROM p WHERE name LIKE 'lamp%'",
                "SELECT id FROM p WHERE name LIKE ?",
                "SELECT id FROM p WHERE name = '%x'",
                "SELECT id FROM p WHERE name LIKE '%'",
                "SELECT id FROM p WHERE name LIKE '%' AND a = b || 'c'",
                "SELECT id FROM p WHERE name LIKE concat(?, '%x')",
                "SELECT id FROM p WHERE name LIKE pattern AND a = '%x'"
            })
    void isClear(String sql) {
        rule.isClear(AnalysedText.of(sql));
    }
}
