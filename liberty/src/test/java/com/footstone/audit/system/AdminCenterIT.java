package com.footstone.audit.system;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The Admin Center knows one person. */
@ExtendWith(RunningSystem.class)
class AdminCenterIT {

    private static final String TOOLS = "/ibm/api/adminCenter/v1/toolbox/toolEntries";

    @Test
    void theAdministratorIsLetIn(SystemUnderTest system) throws Exception {
        AdminCenter center = new AdminCenter(system.server().ports().adminCenterUrl());

        assertThat(center.letsIn(SystemUnderTest.ADMIN, system.adminPassword())).isTrue();
        assertThat(center.ask(TOOLS).statusCode()).isEqualTo(200);
        assertThat(center.ask(TOOLS).body()).contains("explore");
    }

    @Test
    void withoutALoginTheServerTellsNothing(SystemUnderTest system) throws Exception {
        AdminCenter center = new AdminCenter(system.server().ports().adminCenterUrl());

        assertThat(center.ask(TOOLS).body()).doesNotContain("explore");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "", "admin", "${ADMIN_PASSWORD}"})
    void nobodyElseIs(String password, SystemUnderTest system) throws Exception {
        AdminCenter center = new AdminCenter(system.server().ports().adminCenterUrl());

        assertThat(center.letsIn(SystemUnderTest.ADMIN, password)).isFalse();
    }
}
