package com.footstone.audit.checking.rules;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.checking.AnalysedText;
import com.footstone.audit.checking.RuleProbe;

import static org.assertj.core.api.Assertions.assertThat;

class DangerousFunctionTest {

    private final RuleProbe rule = new RuleProbe(new DangerousFunction());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT pg_sleep(5)",
                "SELECT load_file('x')",
                "SELECT a FROM t WHERE id = 1 AND sleep(5) = 0",
                "SELECT dbms_pipe.receive_message('a', 5) FROM dual",
                "EXEC xp_cmdshell 'dir'",
                "EXEC master.dbo.xp_cmdshell 'dir'",
                "SELECT utl_inaddr.get_host_name('a') FROM dual",
                "SELECT dblink_send_query('a', 'SELECT 1')",
                "EXEC xp_fileexist 'x'",
                "WAITFOR DELAY '0:0:5'"
            })
    void finds(String sql) {
        assertThat(rule.finding(AnalysedText.of(sql)).rule()).isEqualTo("DangerousFunction");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT lower(a) FROM t",
                "SELECT sleep FROM night",
                "INSERT INTO benchmark (a) VALUES (1)",
                "SELECT count(*) FROM t"
            })
    void isClear(String sql) {
        rule.isClear(AnalysedText.of(sql));
    }
}
