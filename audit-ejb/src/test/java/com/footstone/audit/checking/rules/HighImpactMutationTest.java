package com.footstone.audit.checking.rules;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import com.footstone.audit.checking.RuleProbe;
import com.footstone.audit.checking.SampleEvent;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.SqlType;
import com.footstone.audit.model.StatementKind;

import static org.assertj.core.api.Assertions.assertThat;

class HighImpactMutationTest {

    private final RuleProbe rule = new RuleProbe(new HighImpactMutation());

    @ParameterizedTest
    @CsvSource({"1001, MEDIUM", "10000, MEDIUM", "10001, CRITICAL"})
    void gradesByRowsChanged(long rows, Severity expected) {
        assertThat(rule.finding(changing(StatementKind.UPDATE, rows)).severity())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(names = {"INSERT", "UPDATE", "DELETE", "MERGE"})
    void concernsEveryKindThatChangesRows(StatementKind kind) {
        assertThat(rule.finding(changing(kind, 1001)).severity()).isEqualTo(Severity.MEDIUM);
        rule.isClear(changing(kind, 1000));
    }

    @Test
    void doesNotConcernQueriesNorUnknownCounts() {
        rule.isNotApplicable(changing(StatementKind.SELECT, 100_000));
        rule.isNotApplicable(changing(StatementKind.UPDATE, -1));
        rule.isNotApplicable(changing(StatementKind.UNKNOWN, 100_000));
    }

    @Test
    void believesTheProducerWhereTheTextCouldNotBeRead() {
        SampleEvent unread = changing(StatementKind.UNKNOWN, 1001).with(event -> event.sqlType(SqlType.INSERT));

        assertThat(rule.finding(unread).severity()).isEqualTo(Severity.MEDIUM);
    }

    private static SampleEvent changing(StatementKind kind, long rows) {
        return SampleEvent.of(kind).with(event -> event.rowsAffected(rows));
    }
}
