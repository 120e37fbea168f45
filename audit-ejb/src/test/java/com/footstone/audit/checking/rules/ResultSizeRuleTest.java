package com.footstone.audit.checking.rules;

import org.junit.jupiter.api.Test;

import com.footstone.audit.checking.EventRule;
import com.footstone.audit.checking.RuleProbe;
import com.footstone.audit.checking.SampleEvent;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.SqlType;
import com.footstone.audit.model.StatementKind;

import static org.assertj.core.api.Assertions.assertThat;

/** What the two rules on the size of a result have in common; they differ in threshold and purpose. */
abstract class ResultSizeRuleTest {

    private final RuleProbe rule;
    private final long threshold;

    ResultSizeRuleTest(EventRule rule, long threshold) {
        this.rule = new RuleProbe(rule);
        this.threshold = threshold;
    }

    @Test
    void findsResultsOverTheThreshold() {
        Finding finding = rule.finding(returning(threshold + 1));

        assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        assertThat(finding.evidence())
                .containsEntry("observed", Long.toString(threshold + 1))
                .containsEntry("threshold", Long.toString(threshold));
    }

    @Test
    void isClearUpToAndIncludingTheThreshold() {
        rule.isClear(returning(threshold));
        rule.isClear(returning(0));
    }

    @Test
    void readsTheSizeFromRowsAffectedWhereAnOldProducerPutIt() {
        SampleEvent old = SampleEvent.of(StatementKind.SELECT).with(event -> event.rowsAffected(threshold + 1));

        assertThat(rule.finding(old).severity()).isEqualTo(Severity.HIGH);
        rule.isClear(old.with(event -> event.rowsReturned(3)));
    }

    @Test
    void believesTheProducerOnlyWhereTheTextCouldNotBeRead() {
        SampleEvent unread = SampleEvent.of(StatementKind.UNKNOWN).with(event -> event.rowsAffected(threshold + 1));

        rule.isNotApplicable(unread);
        assertThat(rule.finding(unread.with(event -> event.sqlType(SqlType.SELECT)))
                        .severity())
                .isEqualTo(Severity.HIGH);
    }

    @Test
    void doesNotConcernWhatReturnsNoRowsOrDoesNotSay() {
        rule.isNotApplicable(returning(-1));
        rule.isNotApplicable(SampleEvent.of(StatementKind.UPDATE).with(event -> event.rowsAffected(threshold + 1)));
    }

    private static SampleEvent returning(long rows) {
        return SampleEvent.of(StatementKind.SELECT).with(event -> event.rowsReturned(rows));
    }
}
