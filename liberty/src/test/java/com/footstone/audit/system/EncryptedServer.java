package com.footstone.audit.system;

import java.io.IOException;
import java.util.Map;

import org.junit.jupiter.api.Assumptions;

import com.footstone.audit.dev.Service;
import com.footstone.audit.dev.kafka.Relay;
import com.footstone.audit.dev.process.FreePorts;

/**
 * A server whose every connection is encrypted, by configuration alone, with certificates that a script makes. Before each
 * store is a door that lets nothing in but TLS.
 */
final class EncryptedServer implements AutoCloseable {

    private static final String TOPIC = "encrypted-events";

    private final Certificates certificates;
    private final TlsDoor kafka;
    private final TlsDoor postgres;
    private final TlsDoor clickHouse;
    private final EventTopic topic;
    private final int https = new FreePorts().next("https.port").number();
    private final SecondServer server;

    private EncryptedServer(SystemUnderTest system) throws Exception {
        certificates = Certificates.made("certificates");
        Relay relay = system.kafkaRelay();
        kafka = TlsDoor.before(relay.port(), relay.advertisedPort(), certificates.server());
        postgres = TlsDoor.beforePostgres(port(system, "POSTGRES_URL"), certificates.server());
        clickHouse = TlsDoor.before(port(system, "CLICKHOUSE_URL"), 0, certificates.server());
        topic = new EventTopic(system.services().addresses().kafkaBootstrapServers(), TOPIC);
        topic.create();
        server = SecondServer.started("encrypted", system, environment(system));
    }

    /** Starts it and returns when it is ready; the test is skipped where the stores are not ours to put doors before. */
    static EncryptedServer beside(SystemUnderTest system) throws Exception {
        for (Service service : new Service[] {Service.KAFKA, Service.POSTGRES, Service.CLICKHOUSE}) {
            Assumptions.assumeTrue(system.services().isOwn(service), "The services are not ours to put a door before");
        }
        return new EncryptedServer(system);
    }

    private Map<String, String> environment(SystemUnderTest system) {
        String authority = certificates.authority().toString();
        return Map.ofEntries(
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", kafka.address()),
                Map.entry("KAFKA_SECURITY_PROTOCOL", "SSL"),
                Map.entry("KAFKA_SSL_TRUSTSTORE_LOCATION", authority),
                Map.entry("KAFKA_TOPIC", TOPIC),
                Map.entry("KAFKA_CONSUMER_GROUP", "encrypted"),
                Map.entry(
                        "POSTGRES_URL",
                        at(system, "POSTGRES_URL", postgres) + "?sslmode=verify-full&sslrootcert=" + authority),
                Map.entry(
                        "CLICKHOUSE_URL",
                        at(system, "CLICKHOUSE_URL", clickHouse)
                                        .replace("jdbc:clickhouse://", "jdbc:clickhouse:https://")
                                + "?sslrootcert=" + authority),
                Map.entry("HTTPS_PORT", Integer.toString(https)),
                Map.entry("PUBLIC_PORT", Integer.toString(https)),
                Map.entry("KEYSTORE_LOCATION", certificates.keyStore().toString()),
                Map.entry("KEYSTORE_PASSWORD", Certificates.PASSWORD));
    }

    Certificates certificates() {
        return certificates;
    }

    EventTopic topic() {
        return topic;
    }

    int httpsPort() {
        return https;
    }

    /** How many connections came in by the doors of each store, all of them TLS. */
    Map<Service, Integer> connections() {
        return Map.of(
                Service.KAFKA, kafka.entered(),
                Service.POSTGRES, postgres.entered(),
                Service.CLICKHOUSE, clickHouse.entered());
    }

    private static int port(SystemUnderTest system, String variable) {
        String url = system.services().addresses().environment().get(variable);
        return Integer.parseInt(url.replaceFirst(".*127\\.0\\.0\\.1:(\\d+).*", "$1"));
    }

    private static String at(SystemUnderTest system, String variable, TlsDoor door) {
        String url = system.services().addresses().environment().get(variable);
        return url.replaceFirst("127\\.0\\.0\\.1:\\d+", door.address());
    }

    @Override
    public void close() throws IOException {
        server.close();
        topic.close();
        clickHouse.close();
        postgres.close();
        kafka.close();
    }
}
