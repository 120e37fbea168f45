package com.footstone.audit.system;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLContext;

import org.junit.jupiter.api.Assumptions;

import com.footstone.audit.dev.Service;
import com.footstone.audit.dev.kafka.Relay;

/** Before each store of a system a door that lets nothing in but TLS, and may ask for a certificate. */
final class TlsDoors implements AutoCloseable {

    private final SystemUnderTest system;
    private final TlsDoor kafka;
    private final TlsDoor postgres;
    private final TlsDoor clickHouse;

    private TlsDoors(SystemUnderTest system, Relay relay, SSLContext shown, boolean asking) throws IOException {
        this.system = system;
        kafka = TlsDoor.before(relay.port(), relay.advertisedPort(), shown, asking);
        postgres = TlsDoor.beforePostgres(port("POSTGRES_URL"), shown, asking);
        clickHouse = TlsDoor.before(port("CLICKHOUSE_URL"), 0, shown, asking);
    }

    /**
     * Opens them; the test is skipped where the stores are not ours to put doors before.
     *
     * @param shown the certificate that all of them show
     */
    static TlsDoors before(SystemUnderTest system, SSLContext shown) throws IOException {
        requireOwn(system);
        return new TlsDoors(system, system.kafkaRelay(), shown, false);
    }

    /** The same, where each asks for a certificate of the authority, and Kafka for a login besides. */
    static TlsDoors asking(SystemUnderTest system, SSLContext shown) throws IOException {
        requireOwn(system);
        return new TlsDoors(system, system.kafkaLogin(), shown, true);
    }

    private static void requireOwn(SystemUnderTest system) {
        for (Service service : new Service[] {Service.KAFKA, Service.POSTGRES, Service.CLICKHOUSE}) {
            Assumptions.assumeTrue(system.services().isOwn(service), "The services are not ours to put a door before");
        }
    }

    /** How to come to the two stores by these doors, trusting whom a file names. */
    Map<String, String> storesTrusting(Path authority) {
        return Map.of(
                "POSTGRES_URL",
                at("POSTGRES_URL", postgres) + "?sslmode=verify-full&sslrootcert=" + authority,
                "CLICKHOUSE_URL",
                at("CLICKHOUSE_URL", clickHouse).replace("jdbc:clickhouse://", "jdbc:clickhouse:https://")
                        + "?sslrootcert=" + authority);
    }

    /** The same for Kafka. */
    Map<String, String> kafkaTrusting(Path authority) {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                kafka.address(),
                "KAFKA_SECURITY_PROTOCOL",
                "SSL",
                "KAFKA_SSL_TRUSTSTORE_LOCATION",
                authority.toString());
    }

    /** How many connections came in by the doors of each store, all of them TLS. */
    Map<Service, Integer> entered() {
        return Map.of(
                Service.KAFKA, kafka.entered(),
                Service.POSTGRES, postgres.entered(),
                Service.CLICKHOUSE, clickHouse.entered());
    }

    private int port(String variable) {
        return Integer.parseInt(address(variable).replaceFirst(".*127\\.0\\.0\\.1:(\\d+).*", "$1"));
    }

    private String at(String variable, TlsDoor door) {
        return address(variable).replaceFirst("127\\.0\\.0\\.1:\\d+", door.address());
    }

    private String address(String variable) {
        return system.services().addresses().environment().get(variable);
    }

    @Override
    public void close() throws IOException {
        clickHouse.close();
        postgres.close();
        kafka.close();
    }
}
