package com.footstone.audit.checking.rules;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import com.footstone.audit.checking.RuleProbe;
import com.footstone.audit.checking.SampleEvent;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.Presence;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.SqlType;
import com.footstone.audit.model.StatementKind;

import static org.assertj.core.api.Assertions.assertThat;

class ActualImpactNoWhereTest {

    private final RuleProbe rule = new RuleProbe(new ActualImpactNoWhere());

    @ParameterizedTest
    @EnumSource(names = {"UPDATE", "DELETE"})
    void anyRowChangedWithoutWhereIsCritical(StatementKind kind) {
        Finding finding = rule.finding(changing(kind, Presence.ABSENT, 1));

        assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(finding.confidence()).isEqualTo(100);
        assertThat(finding.evidence()).containsEntry("observed", "1");
    }

    @Test
    void isClearWhenNoRowChangedOrAWhereChoseThem() {
        rule.isClear(changing(StatementKind.DELETE, Presence.ABSENT, 0));
        rule.isClear(changing(StatementKind.DELETE, Presence.PRESENT, 1_000_000));
        rule.isClear(changing(StatementKind.DELETE, Presence.UNKNOWN, 0));
    }

    @Test
    void aWhereThatCouldNotBeReadIsHalfAsCertain() {
        Finding finding = rule.finding(changing(StatementKind.UPDATE, Presence.UNKNOWN, 5));

        assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(finding.confidence()).isEqualTo(50);
    }

    @Test
    void believesTheProducerOnlyWhereTheTextCouldNotBeRead() {
        SampleEvent unread = changing(StatementKind.UNKNOWN, Presence.UNKNOWN, 5);

        assertThat(rule.finding(unread.with(event -> event.sqlType(SqlType.DELETE)))
                        .severity())
                .isEqualTo(Severity.MEDIUM);
        rule.isNotApplicable(unread);
        rule.isNotApplicable(
                changing(StatementKind.SELECT, Presence.ABSENT, 5).with(event -> event.sqlType(SqlType.DELETE)));
    }

    @Test
    void doesNotConcernOtherKindsNorUnknownCounts() {
        rule.isNotApplicable(changing(StatementKind.INSERT, Presence.ABSENT, 5));
        rule.isNotApplicable(changing(StatementKind.DELETE, Presence.ABSENT, -1));
    }

    @ParameterizedTest
    @CsvSource({"0, LOW", "1, MEDIUM", "100, MEDIUM", "101, HIGH", "1000, HIGH", "1001, CRITICAL"})
    void followsTheNumberOfRowsWhereGraded(long rows, Severity expected) {
        RuleProbe graded = new RuleProbe(new ActualImpactNoWhere(), "checker.actualImpact.graded", "true");

        assertThat(graded.finding(changing(StatementKind.UPDATE, Presence.ABSENT, rows))
                        .severity())
                .isEqualTo(expected);
    }

    private static SampleEvent changing(StatementKind kind, Presence where, long rows) {
        return SampleEvent.of(kind).where(where).with(event -> event.rowsAffected(rows));
    }
}
