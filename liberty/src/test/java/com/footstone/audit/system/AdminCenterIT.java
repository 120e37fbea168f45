package com.footstone.audit.system;

import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The Admin Center knows one person. */
@ExtendWith(RunningSystem.class)
class AdminCenterIT {

    private static final String CONFIGURATION = "/ibm/api/config";
    private static final String TOOLS = "/ibm/api/adminCenter/v1/toolbox/toolEntries";

    @Test
    void theAdministratorIsLetIn(SystemUnderTest system) throws Exception {
        AdminCenter center = new AdminCenter(system.server().ports().adminCenterUrl());

        assertThat(center.letsIn(SystemUnderTest.ADMIN, system.adminPassword())).isTrue();
        assertThat(center.ask(TOOLS).statusCode()).isEqualTo(200);
        assertThat(center.ask(TOOLS).body()).contains("explore");
    }

    @Test
    void evenTheAdministratorChangesNoConfiguration(SystemUnderTest system) throws Exception {
        AdminCenter center = new AdminCenter(system.server().ports().adminCenterUrl());
        assertThat(center.letsIn(SystemUnderTest.ADMIN, system.adminPassword())).isTrue();

        HttpResponse<String> answer = center.write("${server.config.dir}/server.xml", "<server/>");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("CWWKX0121E: Access denied");
    }

    @Test
    void withoutALoginTheServerTellsNothing(SystemUnderTest system) throws Exception {
        AdminCenter center = new AdminCenter(system.server().ports().adminCenterUrl());

        assertThat(center.ask(TOOLS).body()).doesNotContain("explore");
    }

    /** Even its administrator is not answered by the port that speaks no TLS. */
    @ParameterizedTest
    @ValueSource(strings = {"/adminCenter/", "/adminCenter/login.jsp", TOOLS, CONFIGURATION})
    void thePortOfProbesShowsNothingOfIt(String path, SystemUnderTest system) {
        String password = SystemUnderTest.ADMIN + ":" + system.adminPassword();
        Answer answer = Answer.to(
                "GET",
                "http://127.0.0.1:" + system.server().ports().management().number() + path,
                Map.of(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(password.getBytes(StandardCharsets.UTF_8))));

        assertThat(answer.status()).isNotEqualTo(200);
    }

    @Test
    void whoeverDoesNotAskForItHasNone(SystemUnderTest system) throws Exception {
        Map<String, String> nothing = Map.of("ADMIN_ENABLED", "", "AUDIT_INTAKE_ENABLED", "false");
        try (SecondServer second = SecondServer.started("without-admin-center", system, nothing)) {
            AdminCenter center = new AdminCenter(second.server().ports().adminCenterUrl());

            assertThatThrownBy(() -> center.letsIn(SystemUnderTest.ADMIN, system.adminPassword()))
                    .isInstanceOf(ConnectException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "", "admin", "${ADMIN_PASSWORD}"})
    void nobodyElseIs(String password, SystemUnderTest system) throws Exception {
        AdminCenter center = new AdminCenter(system.server().ports().adminCenterUrl());

        assertThat(center.letsIn(SystemUnderTest.ADMIN, password)).isFalse();
    }
}
