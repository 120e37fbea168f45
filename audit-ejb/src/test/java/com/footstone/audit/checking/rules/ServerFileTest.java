package com.footstone.audit.checking.rules;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.checking.AnalysedText;
import com.footstone.audit.checking.RuleProbe;
import com.footstone.audit.model.Severity;

import static org.assertj.core.api.Assertions.assertThat;

class ServerFileTest {

    private final RuleProbe rule = new RuleProbe(new ServerFile());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BACKUP DATABASE shop TO URL = 'https://x.example.net/a.bak'",
                "BACKUP DATABASE disk TO URL = @url",
                "BACKUP LOG shop TO DISK = N'\\\\10.0.0.9\\share\\a.trn'",
                "BACKUP DATABASE shop TO DISK = 'E:\\a.bak', DISK = '\\\\nas\\a.bak'",
                "SELECT a FROM t; BACKUP DATABASE shop TO URL = 's3://x/a.bak'"
            })
    void findsBackupsThatLeaveTheServer(String sql) {
        assertThat(rule.finding(AnalysedText.of("mssql", sql)).severity()).isEqualTo(Severity.HIGH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BACKUP DATABASE shop TO DISK = N'E:\\a.bak'",
                "BACKUP DATABASE disk TO TAPE = 'x'",
                "RESTORE DATABASE shop FROM DISK = '\\\\nas\\a.bak'",
                "SELECT backup FROM t WHERE url = '\\\\nas\\a.bak'"
            })
    void isClearOnSqlServer(String sql) {
        rule.isClear(AnalysedText.of("mssql", sql));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY t TO '/tmp/x'",
                "COPY t FROM PROGRAM 'x'",
                "SELECT a FROM t INTO OUTFILE '/tmp/x'",
                "COPY (SELECT a FROM t) TO '/tmp/x'",
                "COPY t TO PROGRAM 'x'"
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
                "COPY t FROM STDIN WITH (NULL 'x')",
                "COPY program FROM STDIN",
                "COPY t (program) FROM STDIN WITH (NULL 'x')",
                "COPY program FROM '/tmp/x'"
            })
    void isClear(String sql) {
        rule.isClear(AnalysedText.of(sql));
    }
}
