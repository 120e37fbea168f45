package com.footstone.audit.checking.rules;

import org.junit.jupiter.api.Test;

import com.footstone.audit.checking.RuleProbe;
import com.footstone.audit.checking.SampleEvent;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.SqlType;
import com.footstone.audit.model.StatementKind;

import static org.assertj.core.api.Assertions.assertThat;

class UnboundedReadTest {

    private static final long THRESHOLD = 10000;

    private final RuleProbe rule = new RuleProbe(new UnboundedRead());

    @Test
    void findsResultsOverTheThreshold() {
        Finding finding = rule.finding(returning(THRESHOLD + 1));

        assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        assertThat(finding.evidence())
                .containsEntry("observed", Long.toString(THRESHOLD + 1))
                .containsEntry("threshold", Long.toString(THRESHOLD));
    }

    @Test
    void isClearUpToAndIncludingTheThreshold() {
        rule.isClear(returning(THRESHOLD));
        rule.isClear(returning(0));
    }

    @Test
    void readsTheSizeFromRowsAffectedWhereAnOldProducerPutIt() {
        SampleEvent old = SampleEvent.of(StatementKind.SELECT).with(event -> event.rowsAffected(THRESHOLD + 1));

        assertThat(rule.finding(old).severity()).isEqualTo(Severity.HIGH);
        rule.isClear(old.with(event -> event.rowsReturned(3)));
    }

    @Test
    void believesTheProducerOnlyWhereTheTextCouldNotBeRead() {
        SampleEvent unread = SampleEvent.of(StatementKind.UNKNOWN).with(event -> event.rowsAffected(THRESHOLD + 1));

        rule.isNotApplicable(unread);
        assertThat(rule.finding(unread.with(event -> event.sqlType(SqlType.SELECT)))
                        .severity())
                .isEqualTo(Severity.HIGH);
    }

    @Test
    void doesNotConcernWhatReturnsNoRowsOrDoesNotSay() {
        rule.isNotApplicable(returning(-1));
        rule.isNotApplicable(SampleEvent.of(StatementKind.UPDATE).with(event -> event.rowsAffected(THRESHOLD + 1)));
    }

    private static SampleEvent returning(long rows) {
        return SampleEvent.of(StatementKind.SELECT).with(event -> event.rowsReturned(rows));
    }
}
