package com.footstone.audit.checking.rules;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.checking.AnalysedText;
import com.footstone.audit.checking.RuleProbe;

import static org.assertj.core.api.Assertions.assertThat;

class DeniedTableTest {

    private final RuleProbe rule = new RuleProbe(new DeniedTable());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT rolpassword FROM pg_authid",
                "SELECT a.rolpassword FROM pg_catalog.pg_authid a WHERE a.oid = 1",
                "SELECT 1 FROM orders WHERE id IN (SELECT oid FROM pg_shadow)",
                "WITH u AS (SELECT * FROM mysql.user) SELECT * FROM u",
                "UPDATE PG_AUTHID SET rolpassword = 'x' WHERE rolname = 'a'"
            })
    void finds(String sql) {
        assertThat(rule.finding(AnalysedText.of(sql)).rule()).isEqualTo("DeniedTable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT a FROM t",
                "SELECT * FROM shop.user WHERE id = 1",
                "SELECT pg_authid FROM t",
                "INSERT INTO my_pg_shadow VALUES (1)"
            })
    void isClear(String sql) {
        rule.isClear(AnalysedText.of(sql));
    }

    @Test
    void isTold() {
        RuleProbe own = new RuleProbe(new DeniedTable(), "checker.deniedTable.tables", "salary*, hr.*");

        assertThat(own.finding(AnalysedText.of("SELECT a FROM hr.person")).evidence())
                .containsEntry("table", "hr.person");
        assertThat(own.finding(AnalysedText.of("DELETE FROM x.\"Salary_2026\" WHERE id = 1"))
                        .rule())
                .isEqualTo("DeniedTable");
        own.isClear(AnalysedText.of("SELECT rolpassword FROM pg_authid"));
    }
}
