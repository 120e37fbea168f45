package com.footstone.audit.system;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.footstone.audit.dev.Service;
import com.footstone.audit.dev.kafka.Relay;
import com.footstone.audit.dev.process.FreePorts;
import com.footstone.audit.intake.kafka.KafkaSecurity;
import com.footstone.audit.intake.kafka.KafkaTopics;
import com.footstone.audit.intake.kafka.RecordSender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A service whose every connection is encrypted, by configuration alone, with certificates that a script makes. */
@ExtendWith(RunningSystem.class)
class TlsIT {

    private static final String TOPIC = "encrypted-events";

    @Test
    void everyConnectionCanBeEncryptedAndVerified(SystemUnderTest system) throws Exception {
        for (Service service : new Service[] {Service.KAFKA, Service.POSTGRES, Service.CLICKHOUSE}) {
            Assumptions.assumeTrue(system.services().isOwn(service), "The services are not ours to put a door before");
        }
        Certificates trusted = Certificates.made("certificates");
        Relay relay = system.kafkaRelay();
        try (TlsDoor kafka = TlsDoor.before(relay.port(), relay.advertisedPort(), trusted.server());
                TlsDoor postgres = TlsDoor.beforePostgres(port(system, "POSTGRES_URL"), trusted.server());
                TlsDoor clickhouse = TlsDoor.before(port(system, "CLICKHOUSE_URL"), 0, trusted.server());
                EventTopic topic = new EventTopic(system.services().addresses().kafkaBootstrapServers(), TOPIC)) {
            topic.create();
            int https = new FreePorts().next("https.port").number();
            Map<String, String> differences = Map.ofEntries(
                    Map.entry("KAFKA_BOOTSTRAP_SERVERS", kafka.address()),
                    Map.entry("KAFKA_SECURITY_PROTOCOL", "SSL"),
                    Map.entry(
                            "KAFKA_SSL_TRUSTSTORE_LOCATION", trusted.authority().toString()),
                    Map.entry("KAFKA_TOPIC", TOPIC),
                    Map.entry("KAFKA_CONSUMER_GROUP", "encrypted"),
                    Map.entry(
                            "POSTGRES_URL",
                            at(system, "POSTGRES_URL", postgres) + "?sslmode=verify-full&sslrootcert="
                                    + trusted.authority()),
                    Map.entry(
                            "CLICKHOUSE_URL",
                            at(system, "CLICKHOUSE_URL", clickhouse)
                                            .replace("jdbc:clickhouse://", "jdbc:clickhouse:https://")
                                    + "?sslrootcert=" + trusted.authority()),
                    Map.entry("HTTPS_PORT", Integer.toString(https)),
                    Map.entry("PUBLIC_PORT", Integer.toString(https)),
                    Map.entry("KEYSTORE_LOCATION", trusted.keyStore().toString()),
                    Map.entry("KEYSTORE_PASSWORD", Certificates.PASSWORD));

            try (SecondServer encrypted = SecondServer.started("encrypted", system, differences)) {
                assertThat(encrypted.server().status("/ready")).isEqualTo(200);
                topic.send(0, Events.bytes(Events.of("encrypted", "delete from t")));
                system.awaitEvents("encrypted", 1);

                String token = system.identity().token("tester", "audit-viewer", Duration.ofMinutes(10));
                HttpResponse<String> answer = HttpClient.newBuilder()
                        .sslContext(trusted.client())
                        .build()
                        .send(
                                HttpRequest.newBuilder(URI.create("https://localhost:" + https
                                                + "/api/v1/audits?application=encrypted&severity=CRITICAL"))
                                        .header("Authorization", "Bearer " + token)
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).contains("encrypted");
            }
            assertThat(kafka.entered()).as("connections to Kafka").isPositive();
            assertThat(postgres.entered()).as("connections to PostgreSQL").isPositive();
            assertThat(clickhouse.entered()).as("connections to ClickHouse").isPositive();
        }
    }

    @Test
    void aBrokerThatNobodyVouchesForGetsNothing(SystemUnderTest system) throws Exception {
        Certificates shown = Certificates.made("certificates-shown");
        Certificates trusted = Certificates.made("certificates-trusted");
        KafkaSecurity security = new KafkaSecurity(Map.of(
                "security.protocol", "SSL",
                "ssl.truststore.type", "PEM",
                "ssl.truststore.location", trusted.authority().toString()));
        try (TlsDoor kafka = TlsDoor.before(port(system, "POSTGRES_URL"), 0, shown.server());
                RecordSender sender = new RecordSender(new KafkaTopics(kafka.address(), TOPIC, TOPIC, security))) {
            assertThatThrownBy(() -> sender.send(new ProducerRecord<>(TOPIC, new byte[1]))
                            .get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(SslAuthenticationException.class);
        }
    }

    private static int port(SystemUnderTest system, String variable) {
        String url = system.services().addresses().environment().get(variable);
        return Integer.parseInt(url.replaceFirst(".*127\\.0\\.0\\.1:(\\d+).*", "$1"));
    }

    private static String at(SystemUnderTest system, String variable, TlsDoor door) {
        String url = system.services().addresses().environment().get(variable);
        return url.replaceFirst("127\\.0\\.0\\.1:\\d+", door.address());
    }
}
