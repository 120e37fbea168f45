package com.footstone.audit.system;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The Admin Center knows one person. */
@ExtendWith(RunningSystem.class)
class AdminCenterIT {

    @Test
    void theAdministratorIsLetIn(SystemUnderTest system) throws Exception {
        AdminCenter center = new AdminCenter(system.server().ports().adminCenterUrl());

        assertThat(center.letsIn(SystemUnderTest.ADMIN, system.adminPassword())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "", "admin", "${ADMIN_PASSWORD}"})
    void nobodyElseIs(String password, SystemUnderTest system) throws Exception {
        AdminCenter center = new AdminCenter(system.server().ports().adminCenterUrl());

        assertThat(center.letsIn(SystemUnderTest.ADMIN, password)).isFalse();
    }
}
