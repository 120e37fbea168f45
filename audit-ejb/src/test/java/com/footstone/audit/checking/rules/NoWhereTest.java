package com.footstone.audit.checking.rules;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.footstone.audit.checking.RuleProbe;
import com.footstone.audit.checking.SampleEvent;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.Presence;
import com.footstone.audit.model.RuleResult;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.StatementKind;

import static org.assertj.core.api.Assertions.assertThat;

class NoWhereTest {

    private final RuleProbe rule = new RuleProbe(new NoWhere());

    @ParameterizedTest
    @EnumSource(names = {"UPDATE", "DELETE"})
    void findsTheTextWithoutWhereWhateverItChanged(StatementKind kind) {
        Finding finding = rule.finding(SampleEvent.of(kind).where(Presence.ABSENT));

        assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void isClearWithWhere() {
        rule.isClear(SampleEvent.of(StatementKind.DELETE));
    }

    @Test
    void cannotTellWhereTheClauseCouldNotBeRead() {
        SampleEvent unread = SampleEvent.of(StatementKind.DELETE).where(Presence.UNKNOWN);

        assertThat(rule.check().check(unread.build())).isInstanceOf(RuleResult.Failed.class);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"UPDATE", "DELETE"},
            mode = EnumSource.Mode.EXCLUDE)
    void doesNotConcernOtherKinds(StatementKind kind) {
        rule.isNotApplicable(SampleEvent.of(kind).where(Presence.ABSENT));
    }
}
