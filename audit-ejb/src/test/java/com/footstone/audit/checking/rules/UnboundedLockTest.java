package com.footstone.audit.checking.rules;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.checking.AnalysedText;
import com.footstone.audit.checking.RuleProbe;

import static org.assertj.core.api.Assertions.assertThat;

class UnboundedLockTest {

    private final RuleProbe rule = new RuleProbe(new UnboundedLock());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT a FROM job WHERE state = 'new' FOR UPDATE",
                "SELECT a FROM job FOR UPDATE",
                "SELECT a FROM job WHERE state = 'new' FOR NO KEY UPDATE"
            })
    void finds(String sql) {
        assertThat(rule.finding(AnalysedText.of(sql)).rule()).isEqualTo("UnboundedLock");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT a FROM job WHERE state = 'new' LIMIT 10 FOR UPDATE SKIP LOCKED",
                "SELECT a FROM account WHERE id = ? FOR UPDATE"
            })
    void isClear(String sql) {
        rule.isClear(AnalysedText.of(sql));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT a FROM job", "UPDATE t SET a = 1"})
    void doesNotConcern(String sql) {
        rule.isNotApplicable(AnalysedText.of(sql));
    }
}
