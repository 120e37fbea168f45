package com.footstone.audit.checking.rules;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.checking.AnalysedText;
import com.footstone.audit.checking.RuleProbe;

import static org.assertj.core.api.Assertions.assertThat;

class ServerFileTest {

    private final RuleProbe rule = new RuleProbe(new ServerFile());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY t TO '/tmp/x'",
                "COPY t FROM PROGRAM 'x'",
                "SELECT a FROM t INTO OUTFILE '/tmp/x'",
                "COPY (SELECT a FROM t) TO '/tmp/x'"
            })
    void finds(String sql) {
        assertThat(rule.finding(AnalysedText.of(sql)).rule()).isEqualTo("ServerFile");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY t FROM STDIN",
                "COPY t TO STDOUT",
                "SELECT outfile FROM t",
                "COPY t FROM STDIN WITH (NULL 'x')"
            })
    void isClear(String sql) {
        rule.isClear(AnalysedText.of(sql));
    }
}
