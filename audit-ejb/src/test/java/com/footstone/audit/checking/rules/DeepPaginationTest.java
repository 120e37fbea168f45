package com.footstone.audit.checking.rules;

import org.junit.jupiter.api.Test;

import com.footstone.audit.checking.RuleProbe;
import com.footstone.audit.checking.SampleEvent;
import com.footstone.audit.model.Severity;
import com.footstone.audit.model.StatementKind;

import static org.assertj.core.api.Assertions.assertThat;

class DeepPaginationTest {

    private static final SampleEvent QUERY = SampleEvent.of(StatementKind.SELECT);

    private final RuleProbe rule = new RuleProbe(new DeepPagination());

    @Test
    void findsOffsetsOverTheThreshold() {
        assertThat(rule.finding(QUERY.offset(10_001)).severity()).isEqualTo(Severity.MEDIUM);
    }

    @Test
    void isClearUpToAndIncludingTheThreshold() {
        rule.isClear(QUERY.offset(10_000));
        rule.isClear(QUERY.offset(0));
    }

    @Test
    void doesNotConcernStatementsWithoutAnOffset() {
        rule.isNotApplicable(QUERY);
    }

    @Test
    void followsItsThreshold() {
        RuleProbe strict = new RuleProbe(new DeepPagination(), "checker.deepPagination.threshold", "100");

        assertThat(strict.finding(QUERY.offset(101)).evidence()).containsEntry("threshold", "100");
    }
}
