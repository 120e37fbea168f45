package com.footstone.audit.checking;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NamePatternsTest {

    @ParameterizedTest
    @CsvSource({
        "user, user, true",
        "user, shop.USER, true",
        "shop.user, shop.user, true",
        "shop.user, user, false",
        "shop.user, other.user, false",
        "user, users, false",
        "hr.*, hr.person, true",
        "hr.*, chr.person, false",
        "tmp_*, tmp_import, true",
        "tmp_*, payroll.tmp_import, true",
        "tmp_*, tmp_payroll.salaries, false",
        "tmp_*s, tmp_payroll.salaries, false",
        "*payroll*, tmp_payroll.salaries, false",
        "tmp_*.salaries, tmp_payroll.salaries, true",
        "tmp_*.*, tmp_import, false",
        "*.pay*, hr.payroll, true",
        "*.pay*, payroll.hr, false",
        "*_id, tenant_id, true",
        "*_id, _id, true",
        "*_id, id, false",
        "a*b*c, abc, true",
        "a*b*c, axbxbxc, true",
        "a*b*c, axc, false",
        "a*a, a, false",
        "*, anything.at.all, true",
        "'\"User\"', user, true",
        "user, '[dbo].[User]', true",
        "user, `user`, true"
    })
    void compares(String pattern, String name, boolean has) {
        assertThat(NamePatterns.of(List.of("none", pattern)).has(name)).isEqualTo(has);
    }

    @Test
    void aDotInAWholeTextSetsNothingApart() {
        NamePatterns hosts = NamePatterns.of(List.of("db*.example", "web-*"));

        assertThat(hosts.hasWhole("db1.eu.example")).isTrue();
        assertThat(hosts.hasWhole("web-1.example")).isTrue();
        assertThat(hosts.hasWhole("eu.web-1")).isFalse();
    }

    @Test
    void tellsTheFirstAsItIsWritten() {
        assertThat(NamePatterns.of(List.of("b", "c")).first(List.of("a", "X.\"B\"", "c")))
                .contains("X.\"B\"");
        assertThat(NamePatterns.of(List.of("b")).first(List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "sys.sql_logins, master.sys.sql_logins, true",
        "sys.sql_logins, srv.master.sys.sql_logins, true",
        "sys.*, master.sys.sysjobs, true",
        "dba_users, sys.dba_users@prod, true",
        "sys.user$, sys.user$@prod.example, true",
        "sys.sql_logins, master.sys.sql_logins_copy, false",
        "sys.*, mysys.a, false"
    })
    void knowsATableInWhicheverDatabaseItIs(String pattern, String name, boolean has) {
        assertThat(NamePatterns.of(List.of(pattern))
                        .firstAnywhere(List.of(name))
                        .isPresent())
                .isEqualTo(has);
    }
}
