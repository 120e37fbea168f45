package com.footstone.audit.checking.rules;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.checking.AnalysedText;
import com.footstone.audit.checking.RuleProbe;

import static org.assertj.core.api.Assertions.assertThat;

class PrivilegeChangeTest {

    private final RuleProbe rule = new RuleProbe(new PrivilegeChange());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GRANT SELECT ON t TO bob",
                "REVOKE ALL ON t FROM bob",
                "ALTER ROLE bob SUPERUSER",
                "CREATE USER bob",
                "DROP ROLE bob",
                "SET ROLE admin",
                "SET SESSION AUTHORIZATION bob",
                "ALTER TABLE t OWNER TO bob",
                "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO bob",
                "CREATE OR REPLACE USER bob",
                "RENAME USER bob TO eve",
                "SET DEFAULT ROLE admin TO bob",
                "REASSIGN OWNED BY bob TO eve"
            })
    void finds(String sql) {
        assertThat(rule.finding(AnalysedText.of(sql)).rule()).isEqualTo("PrivilegeChange");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT grant_id FROM grants",
                "SET search_path TO a",
                "CREATE TABLE role (a int)",
                "CREATE OR REPLACE VIEW role AS SELECT a FROM t",
                "UPDATE t SET role = 'admin' WHERE id = 1",
                "SELECT a FROM t WHERE role = 'x'"
            })
    void isClear(String sql) {
        rule.isClear(AnalysedText.of(sql));
    }
}
