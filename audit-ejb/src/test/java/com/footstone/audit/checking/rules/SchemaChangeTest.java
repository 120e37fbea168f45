package com.footstone.audit.checking.rules;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.checking.AnalysedText;
import com.footstone.audit.checking.RuleProbe;

import static org.assertj.core.api.Assertions.assertThat;

class SchemaChangeTest {

    private final RuleProbe rule = new RuleProbe(new SchemaChange());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t (a int)",
                "ALTER TABLE t ADD COLUMN b int",
                "DROP TABLE t",
                "TRUNCATE t",
                "CREATE INDEX i ON t (a)",
                "CREATE OR REPLACE VIEW v AS SELECT a FROM t",
                "SELECT a INTO u FROM t",
                "WITH x AS (SELECT a FROM t) SELECT a INTO u FROM x"
            })
    void finds(String sql) {
        assertThat(rule.finding(AnalysedText.of(sql)).rule()).isEqualTo("SchemaChange");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TEMPORARY TABLE t (a int)",
                "CREATE TEMP TABLE t AS SELECT 1",
                "CREATE OR REPLACE TEMPORARY TABLE t (a int)",
                "DROP TEMPORARY TABLE t",
                "SELECT a INTO TEMP u FROM t",
                "WITH x AS (SELECT a FROM t) INSERT INTO u SELECT a FROM x",
                "COMMENT ON TABLE t IS 'what it is for'",
                "CREATE USER bob",
                "SELECT a FROM t",
                "DELETE FROM t"
            })
    void isClear(String sql) {
        rule.isClear(AnalysedText.of(sql));
    }
}
