package com.footstone.audit.system;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.footstone.audit.server.EvidenceKey;
import com.footstone.audit.server.ServerPorts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The image beside a running server, given what it cannot work with: it names the cause and the key, and disturbs nobody. */
@ExtendWith(RunningSystem.class)
class MisconfiguredImageIT {

    private static final String NOWHERE = "127.0.0.1:1";

    private SystemUnderTest system;

    @BeforeEach
    void take(SystemUnderTest running) {
        assumeTrue(
                ContainerImage.lacking().isEmpty(),
                "this machine has no " + ContainerImage.lacking() + "; install them to have the image tested");
        system = running;
    }

    @AfterEach
    void whatRanWorksOn() {
        String application = "undisturbed-" + UUID.randomUUID();
        system.topic().send(0, Events.bytes(Events.of(application, "select 1")));
        system.awaitEvents(application, 1);
        assertThat(system.server().status("/ready")).isEqualTo(200);
    }

    @Test
    void secretsThatAreMissingOrShortAreNamed() {
        // Whoever runs it has set the variable, to nothing.
        Map<String, String> differences = Map.of("KEYSTORE_PASSWORD", "short", EvidenceKey.VARIABLE, "");
        try (ContainerServer server = launched(differences)) {
            Awaitility.await("the keys at fault")
                    .atMost(SystemUnderTest.START_LIMIT)
                    .untilAsserted(() -> assertThat(server.log())
                            .content()
                            .contains(
                                    "The application does not start",
                                    "keystore.password is shorter than 6 characters",
                                    "KEYSTORE_PASSWORD",
                                    "audit.evidence.key is not set",
                                    "AUDIT_EVIDENCE_KEY"));
            assertThat(server.status("/started")).isNotEqualTo(200);
            assertThat(server.status("/ready")).isNotEqualTo(200);
        }
    }

    @Test
    void storesAndAnIssuerThatCannotBeReachedAreNamed() {
        Map<String, String> differences = Map.of(
                "POSTGRES_URL", "jdbc:postgresql://" + NOWHERE + "/audit",
                "CLICKHOUSE_URL", "jdbc:clickhouse://" + NOWHERE + "/audit",
                "MP_JWT_VERIFY_PUBLICKEY", "",
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION", "http://" + NOWHERE + "/jwks");
        try (ContainerServer server = launched(differences)) {
            Awaitility.await("the settings to look at")
                    .atMost(SystemUnderTest.START_LIMIT)
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(Answer.get(server.ports().healthUrl() + "/ready")
                                    .response()
                                    .body())
                            .contains(
                                    "PostgreSQL refuses connections; see postgres.url",
                                    "see clickhouse.url",
                                    "mp.jwt.verify.publickey.location: the address cannot be asked"));
            assertThat(server.status("/live")).isEqualTo(200);
        }
    }

    private ContainerServer launched(Map<String, String> differences) {
        Map<String, String> environment = new HashMap<>(system.environmentOfAnother());
        environment.putAll(differences);
        ContainerServer server = new ContainerServer("misconfigured-image", ServerPorts.free(), environment);
        server.launch();
        return server;
    }
}
