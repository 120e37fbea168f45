package com.footstone.audit.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** Where the other side's certificate is not trusted, nothing is sent, and readiness says why and where to look. */
@ExtendWith(RunningSystem.class)
class TlsIT {

    @Test
    void aBrokerThatNobodyVouchesForGetsNothing(SystemUnderTest system) throws Exception {
        Path stranger = Certificates.made("certificates-of-a-stranger").authority();
        try (TlsDoors doors =
                TlsDoors.before(system, Certificates.made("certificates-shown").server())) {
            UnreadyServer.assertTold(
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
            UnreadyServer.assertTold(
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
            UnreadyServer.assertTold(
                    system, doors.storesTrusting(broken), "see postgres.url", "see clickhouse.url", "certificate");
        }
    }

    private static Path broken() throws IOException {
        Path folder = TestFolders.freshHandedOver("certificates-broken");
        return Files.writeString(
                folder.resolve("ca.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    }
}
