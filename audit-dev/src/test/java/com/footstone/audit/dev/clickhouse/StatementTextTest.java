package com.footstone.audit.dev.clickhouse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class StatementTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select 1|SELECT",
                "  (SELECT 1) UNION ALL SELECT 2|SELECT",
                "/* a -- b */ -- c|''",
                "/* a */ insert into t values (1)|INSERT",
                "''|''"
            })
    void theFirstWordIsFoundPastCommentsAndParentheses(String sql, String word) {
        assertThat(new StatementText(sql).firstWord()).isEqualTo(word);
    }

    @Test
    void theFirstWordIsFoundInLinearTime() {
        assertThat(new StatementText("(".repeat(100_000) + "--".repeat(100_000)).firstWord())
                .isEmpty();
    }

    @Test
    void aFormatCountsOnlyAtTheEnd() {
        assertThat(new StatementText("SELECT 1 FORMAT JSON ; ").format()).contains("JSON");
        assertThat(new StatementText("SELECT 1 FORMAT JSON SETTINGS max_threads = 1").format())
                .contains("JSON");
        assertThat(new StatementText("SELECT 'x FORMAT JSON'").format()).isEmpty();
        assertThat(new StatementText("SELECT format FROM t").format()).isEmpty();
    }

    @Test
    void anInsertIsPartedFromTheFormatOfItsRows() {
        StatementText binary = new StatementText("INSERT INTO t (a, b) FORMAT RowBinary");
        assertThat(binary.rowFormat()).contains("RowBinary");
        assertThat(binary.withoutRowFormat().strip()).isEqualTo("INSERT INTO t (a, b)");
        StatementText values = new StatementText("INSERT INTO t VALUES ");
        assertThat(values.rowFormat()).contains("Values");
        assertThat(values.withoutRowFormat().strip()).isEqualTo("INSERT INTO t");
        assertThat(new StatementText("INSERT INTO t SELECT 1").rowFormat()).isEmpty();
    }

    @Test
    void whatWouldStayInTheSessionIsKnown() {
        assertThat(new StatementText("SET max_threads = 1").changesSession()).isTrue();
        assertThat(new StatementText("create temporary table t (a Int8)").changesSession())
                .isTrue();
        assertThat(new StatementText("CREATE TABLE t (a Int8)").changesSession())
                .isFalse();
    }

    @Test
    void killGoesByTheTag() {
        assertThat(new StatementText("KILL QUERY WHERE query_id = 'a'").killByTag())
                .isEqualTo("KILL QUERY WHERE Settings['log_comment'] = 'a'");
    }
}
