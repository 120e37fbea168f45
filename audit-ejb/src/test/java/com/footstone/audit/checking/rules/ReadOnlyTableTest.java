package com.footstone.audit.checking.rules;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.checking.AnalysedText;
import com.footstone.audit.checking.RuleProbe;

import static org.assertj.core.api.Assertions.assertThat;

class ReadOnlyTableTest {

    private final RuleProbe rule = new RuleProbe(new ReadOnlyTable());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE pg_catalog.pg_class SET relname = 'x' WHERE oid = 1",
                "DELETE FROM pg_catalog.pg_trigger WHERE oid = 1",
                "INSERT INTO mysql.proc VALUES (1)"
            })
    void finds(String sql) {
        assertThat(rule.finding(AnalysedText.of(sql)).rule()).isEqualTo("ReadOnlyTable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT relname FROM pg_catalog.pg_class",
                "UPDATE t SET a = 1 WHERE id = 1",
                "INSERT INTO t SELECT oid FROM pg_catalog.pg_class",
                "INSERT INTO system.t VALUES (1)"
            })
    void isClear(String sql) {
        rule.isClear(AnalysedText.of(sql));
    }

    @Test
    void isTold() {
        RuleProbe own = new RuleProbe(new ReadOnlyTable(), "checker.readOnlyTable.tables", "*_archive");

        assertThat(own.finding(AnalysedText.of("DELETE FROM shop.order_archive WHERE id = 1"))
                        .evidence())
                .containsEntry("table", "shop.order_archive");
        own.isClear(AnalysedText.of("SELECT a FROM shop.order_archive"));
    }
}
