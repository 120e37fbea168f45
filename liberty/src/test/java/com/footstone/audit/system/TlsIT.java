package com.footstone.audit.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.footstone.audit.server.ServerPorts;

import static org.assertj.core.api.Assertions.assertThat;

/** Where the other side's certificate is not trusted, nothing is sent, and readiness says why and where to look. */
@ExtendWith(RunningSystem.class)
class TlsIT {

    @Test
    void aBrokerThatNobodyVouchesForGetsNothing(SystemUnderTest system) throws Exception {
        Path stranger = Certificates.made("certificates-of-a-stranger").authority();
        try (TlsDoors doors =
                TlsDoors.before(system, Certificates.made("certificates-shown").server())) {
            assertUnready(
                    system,
                    doors.kafkaTrusting(stranger),
                    "Kafka's certificate is not trusted",
                    "kafka.ssl.truststore.location");
            assertThat(doors.entered().values()).containsOnly(0);
        }
    }

    @Test
    void storesThatNobodyVouchesForGetNothing(SystemUnderTest system) throws Exception {
        Path stranger = Certificates.made("certificates-of-a-stranger").authority();
        try (TlsDoors doors =
                TlsDoors.before(system, Certificates.made("certificates-shown").server())) {
            assertUnready(
                    system,
                    doors.storesTrusting(stranger),
                    "PostgreSQL shows a certificate that is not trusted; see postgres.url",
                    "ClickHouse shows a certificate that is not trusted; see clickhouse.url");
            assertThat(doors.entered().values()).containsOnly(0);
        }
    }

    @Test
    void aFileOfAuthoritiesThatIsNoneIsNamedByTheSettingThatNamesIt(SystemUnderTest system) throws Exception {
        Path broken = broken();
        try (TlsDoors doors =
                TlsDoors.before(system, Certificates.made("certificates-shown").server())) {
            assertUnready(
                    system, doors.storesTrusting(broken), "see postgres.url", "see clickhouse.url", "certificate");
        }
    }

    private static Path broken() throws IOException {
        Path folder = TestFolders.freshHandedOver("certificates-broken");
        return Files.writeString(
                folder.resolve("ca.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    }

    private static void assertUnready(SystemUnderTest system, Map<String, String> differences, String... reasons) {
        Map<String, String> environment = new HashMap<>(system.environmentOfAnother());
        environment.put("KAFKA_CONSUMER_GROUP", "distrustful");
        environment.putAll(differences);
        try (ServerUnderTest server = ServerUnderTest.of("distrustful", ServerPorts.free(), environment)) {
            server.launch();
            Awaitility.await("the reasons")
                    .atMost(SystemUnderTest.START_LIMIT)
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(Answer.get(server.ports().healthUrl() + "/ready")
                                    .response()
                                    .body())
                            .contains(reasons));
            assertThat(server.status("/live")).isEqualTo(200);
        }
    }
}
