package com.footstone.audit.system;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.footstone.audit.server.AuditApi;

import static org.assertj.core.api.Assertions.assertThat;

/** A service that an operator has switched off: docs/adr/0012-switching-off.md. */
@ExtendWith(RunningSystem.class)
class SwitchedOffIT {

    @Test
    void itAnswersAndTakesNoEvents(SystemUnderTest system) {
        try (SecondServer second = SecondServer.started(
                "switched-off", system, Map.of("AUDIT_ENABLED", "false", "KAFKA_CONSUMER_GROUP", "switched-off"))) {
            assertThat(second.metrics().sum("audit_intake_paused")).isEqualTo(1);
            assertThat(second.metrics().named("kafka_consumer_lag"))
                    .as("partitions that it reads")
                    .isEmpty();
            assertThat(new AuditApi(
                                    second.server().ports().apiUrl(),
                                    system.identity().token("tester", "audit-viewer", Duration.ofMinutes(10)))
                            .ask("/findings?limit=1")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(second.server().log()).content().contains("No event is audited, because audit.enabled is false");
        }
        assertThat(system.metrics().sum("audit_intake_paused"))
                .as("the running one is not affected")
                .isZero();
    }
}
