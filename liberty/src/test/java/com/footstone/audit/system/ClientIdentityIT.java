package com.footstone.audit.system;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.footstone.audit.dev.Service;

import static org.assertj.core.api.Assertions.assertThat;

/** Where stores ask who the service is: by certificates, and Kafka by a login as well. */
@ExtendWith(RunningSystem.class)
class ClientIdentityIT {

    private static final String TOPIC = "identified-events";

    @Test
    void aServiceThatShowsItsCertificateAndLogsInIsLetIn(SystemUnderTest system) throws Exception {
        Certificates certificates = Certificates.made("certificates-of-both");
        String kafka = system.services().addresses().kafkaBootstrapServers();
        String application = "identified-" + UUID.randomUUID();
        try (TlsDoors doors = TlsDoors.asking(system, certificates.server());
                EventTopic topic = new EventTopic(kafka, TOPIC)) {
            topic.create();
            Map<String, String> environment = new HashMap<>(identified(doors, certificates));
            environment.putAll(KafkaUser.made(kafka).environment());
            try (SecondServer server = SecondServer.started("identified", system, environment)) {
                topic.send(0, List.of(Events.bytes(Events.of(application, "select 1"))));
                Awaitility.await("the event")
                        .atMost(SystemUnderTest.PATIENCE)
                        .until(() -> system.stores().events(application) == 1);

                assertThat(server.server().status("/ready")).isEqualTo(200);
                assertThat(doors.entered())
                        .allSatisfy((store, count) ->
                                assertThat(count).as(store.toString()).isPositive());
            }
        }
    }

    @Test
    void whoShowsNoCertificateIsKeptOut(SystemUnderTest system) throws Exception {
        Certificates certificates = Certificates.made("certificates-of-one");
        try (TlsDoors doors = TlsDoors.asking(system, certificates.server())) {
            UnreadyServer.assertTold(
                    system,
                    doors.storesTrusting(certificates.authority()),
                    "PostgreSQL asks for a certificate of ours",
                    "see postgres.url",
                    "ClickHouse asks for a certificate of ours",
                    "see clickhouse.url");
            assertThat(doors.entered()).containsEntry(Service.POSTGRES, 0).containsEntry(Service.CLICKHOUSE, 0);
        }
    }

    @Test
    void whoseLoginIsWrongIsToldSo(SystemUnderTest system) throws Exception {
        Certificates certificates = Certificates.made("certificates-of-a-stranger-to-kafka");
        try (TlsDoors doors = TlsDoors.asking(system, certificates.server())) {
            Map<String, String> environment = new HashMap<>(kafka(doors, certificates));
            environment.putAll(KafkaUser.made(system.services().addresses().kafkaBootstrapServers())
                    .mistaken()
                    .environment());
            UnreadyServer.assertTold(
                    system,
                    environment,
                    "Kafka does not accept the login; see kafka.sasl.mechanism and kafka.sasl.jaas.config");
        }
    }

    /** What the service shows; it knows the doors' authority, and they know its. */
    private static Map<String, String> identified(TlsDoors doors, Certificates certificates) {
        Map<String, String> environment = new HashMap<>(kafka(doors, certificates));
        doors.storesTrusting(certificates.authority())
                .forEach((variable, url) -> environment.put(
                        variable,
                        url + "&sslcert=" + certificates.clientCertificate()
                                + (variable.equals("POSTGRES_URL") ? "&sslkey=" : "&ssl_key=")
                                + certificates.clientKey()));
        return environment;
    }

    private static Map<String, String> kafka(TlsDoors doors, Certificates certificates) {
        Map<String, String> environment = new HashMap<>(doors.kafkaTrusting(certificates.authority()));
        environment.put(
                "KAFKA_SSL_KEYSTORE_LOCATION",
                certificates.clientKeyAndCertificate().toString());
        environment.put("KAFKA_TOPIC", TOPIC);
        environment.put("KAFKA_CONSUMER_GROUP", "identified");
        return environment;
    }
}
