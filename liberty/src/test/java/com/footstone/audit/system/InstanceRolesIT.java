package com.footstone.audit.system;

import java.net.ConnectException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.footstone.audit.server.AuditApi;
import com.footstone.audit.server.ServerPorts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Instances beside the running one, each with a part of the work. */
@ExtendWith(RunningSystem.class)
class InstanceRolesIT {

    private static final Duration TOKEN_LIFE = Duration.ofMinutes(30);

    @Test
    void anInstanceThatOnlyAnswersReadsNoEvents(SystemUnderTest system) {
        try (SecondServer second = SecondServer.started("answering", system, Map.of("AUDIT_INTAKE_ENABLED", "false"))) {
            String token = system.identity().token("tester", "audit-viewer", TOKEN_LIFE);
            assertThat(new AuditApi(second.server().ports().apiUrl(), token)
                            .ask("/findings?limit=1")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(second.metrics().named("kafka_consumer_lag"))
                    .as("lag of partitions that it reads")
                    .isEmpty();
        }
    }

    @Test
    void anInstanceThatOnlyReadsOpensNoPortForQuestions(SystemUnderTest system) {
        try (SecondServer second = SecondServer.started("reading", system, Map.of("AUDIT_API_ENABLED", "false"))) {
            ServerUnderTest server = second.server();
            assertThatThrownBy(() -> Answer.get(server.ports().openApiUrl()))
                    .hasCauseInstanceOf(ConnectException.class);
            assertThat(server.status("/live")).isEqualTo(200);
            assertThat(Answer.get(server.ports().metricsUrl()).status()).isEqualTo(200);
        }
    }

    @Test
    void anInstanceThatOnlyMigratesEndsWell(SystemUnderTest system) {
        Map<String, String> environment = new HashMap<>(system.environmentOfAnother());
        environment.put("AUDIT_SCHEMA_MIGRATION", "ONLY");
        try (ServerUnderTest server = ServerUnderTest.of("migrating", ServerPorts.free(), environment)) {
            server.launch();

            assertThat(server.endsWell(SystemUnderTest.START_LIMIT))
                    .as(server.lastWords())
                    .isTrue();
            assertThat(server.log()).content().contains("The stores have the schema of this version");
        }
    }
}
