package com.footstone.audit.checking.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.checking.AnalysedText;
import com.footstone.audit.checking.RuleProbe;
import com.footstone.audit.config.ConfigurationException;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.InjectionSign;
import com.footstone.audit.model.Severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InjectionSignsTest {

    private final RuleProbe rule = new RuleProbe(new InjectionSigns());

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            postgresql | SELECT a FROM t WHERE b = 'x' OR 1=1                              | constant-alternative
            postgresql | SELECT a FROM t WHERE b = 'x' OR a = a                            | constant-alternative
            postgresql | SELECT a FROM t WHERE b = 'x' OR 1 BETWEEN 0 AND 2                | constant-alternative
            postgresql | SELECT a FROM t WHERE b = '' OR 1=1 -- ' AND c = 'y'              | constant-alternative, comment-cuts-literal
            postgresql | SELECT a FROM t WHERE b = 'x' -- ' AND c = 'y'                    | comment-cuts-literal
            postgresql | SELECT a FROM t WHERE b = 1 AND 4711=4711                         | random-comparison
            postgresql | SELECT a FROM t WHERE (b = 1) OR (2=2 -- )                        | comment-cuts-code, brackets-left-open
            postgresql | SELECT a FROM t WHERE b = 1; DROP TABLE t                         | stacked-command
            postgresql | SELECT a, b FROM t WHERE b = 1 UNION SELECT NULL, NULL            | union-of-nothing
            postgresql | SELECT a FROM t WHERE b = 1 UNION SELECT usename FROM pg_shadow   | catalogue-beside-data
            postgresql | SELECT a FROM t WHERE b = 1 ORDER BY a LIMIT 1 UNION SELECT x FROM u | union-refused
            postgresql | SELECT a FROM t WHERE 1=CAST((SELECT pw FROM u) AS int)           | number-of-query
            postgresql | SELECT a FROM t ORDER BY (CASE WHEN (1=1) THEN a ELSE b END)      | constant-choice
            mysql      | SELECT a FROM t WHERE b = 1 AND SLEEP(5)                          | wait-within
            mysql      | SELECT a FROM t WHERE b = 1 AND EXTRACTVALUE(1, CONCAT('~', c))   | error-function
            mysql      | SELECT a FROM t WHERE b = 1 /*!50000UNION*/ SELECT x FROM u       | executable-comment
            mysql      | SELECT a FROM t WHERE b = 1 AND ASCII(SUBSTRING((SELECT x FROM u),1,1)) > 64 | guess-by-letter
            mysql      | SELECT a FROM t WHERE b = 1 uNioN sELect x FROM u                 | mixed-case
            mysql      | SELECT a FROM t WHERE b = CHAR(97,98,99)                          | string-by-codes
            oracle     | SELECT a FROM t WHERE b = 1 AND UTL_HTTP.REQUEST('x') = 'y'       | out-of-band
            mssql      | SELECT a FROM t WHERE b = 1 WAITFOR DELAY '0:0:5'                 | wait-within
            mssql      | SELECT a FROM t WHERE b = 1 AND 1=CONVERT(int,@@version)          | server-facts, number-of-query
            """)
    void namesTheSigns(String database, String sql, String signs) {
        Finding finding = rule.finding(AnalysedText.of(database, sql));

        assertThat(finding.evidence()).containsEntry("signs", signs);
        assertThat(finding.message()).doesNotContain("4711", "pg_shadow", "SLEEP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT a FROM t WHERE 1=1 AND b = ?",
                "SELECT a FROM t WHERE b = 'x' AND (c = 1 OR 1=0)",
                "SELECT a FROM t WHERE (b = 0 OR 0 = 0) AND c = ?",
                "SELECT a FROM t WHERE b BETWEEN 5 AND 6 OR c = d",
                "SELECT a FROM t WHERE b = 'OR 1=1 --' /* traceparent='00-1' */",
                "SELECT a FROM t WHERE b = 1 -- worker's fetch",
                "SELECT 1 UNION ALL SELECT 2",
                "SELECT id, label FROM t UNION SELECT 0, 'All' ORDER BY 2",
                "SELECT pg_sleep(5)",
                "SELECT version()",
                "CREATE TABLE t (a int);\nINSERT INTO t VALUES (1);\nDROP TABLE u;",
                "SELECT a FROM t WHERE b = CAST((SELECT c FROM config) AS int)"
            })
    void isClear(String sql) {
        rule.isClear(AnalysedText.of(sql));
    }

    @Test
    void severityGoesByConfidence() {
        String sql = "SELECT a FROM t WHERE b = 1 UNION SELECT NULL";

        assertThat(rule.finding(AnalysedText.of(sql)).severity()).isEqualTo(Severity.HIGH);
        assertThat(new RuleProbe(new InjectionSigns(), "checker.injectionSigns.critical", "70")
                        .finding(AnalysedText.of(sql))
                        .severity())
                .isEqualTo(Severity.CRITICAL);
        new RuleProbe(new InjectionSigns(), "checker.injectionSigns.confidence", "71").isClear(AnalysedText.of(sql));
    }

    @Test
    void thresholdsGoTogether() {
        assertThatThrownBy(() -> new RuleProbe(new InjectionSigns(), "checker.injectionSigns.confidence", "90"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("checker.injectionSigns.critical");
    }

    @ParameterizedTest
    @EnumSource(InjectionSign.class)
    void oneSignMoreNeverMakesLessSure(InjectionSign sign) {
        for (InjectionSign other : InjectionSign.values()) {
            int alone = InjectionSigns.confidence(EnumSet.of(other));
            assertThat(InjectionSigns.confidence(EnumSet.of(other, sign))).isBetween(alone, 99);
        }
        assertThat(InjectionSigns.confidence(EnumSet.of(sign))).isEqualTo(InjectionSigns.weight(sign));
    }

    @ParameterizedTest
    @EnumSource(InjectionSign.class)
    void thePageTellsTheWeight(InjectionSign sign) throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "rules", "InjectionSigns.md")))
                .contains("| `%s` | %d | %s |\n".formatted(sign.label(), InjectionSigns.weight(sign), sign.meaning()));
    }
}
