package com.footstone.audit.system;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import com.footstone.audit.dev.Service;
import com.footstone.audit.dev.process.FreePorts;

/** A server whose every connection is encrypted, by configuration alone, with certificates that a script makes. */
final class EncryptedServer implements AutoCloseable {

    private static final String TOPIC = "encrypted-events";

    private final Certificates certificates;
    private final TlsDoors doors;
    private final EventTopic topic;
    private final int https = new FreePorts().next("https.port").number();
    private final SecondServer server;

    private EncryptedServer(SystemUnderTest system) throws Exception {
        certificates = Certificates.made("certificates");
        doors = TlsDoors.before(system, certificates.server());
        topic = new EventTopic(system.services().addresses().kafkaBootstrapServers(), TOPIC);
        topic.create();
        server = SecondServer.started("encrypted", system, environment());
    }

    /** Starts it and returns when it is ready; the test is skipped where the stores are not ours to put doors before. */
    static EncryptedServer beside(SystemUnderTest system) throws Exception {
        return new EncryptedServer(system);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(doors.storesTrusting(certificates.authority()));
        environment.putAll(doors.kafkaTrusting(certificates.authority()));
        environment.put("KAFKA_TOPIC", TOPIC);
        environment.put("KAFKA_CONSUMER_GROUP", "encrypted");
        environment.put("HTTPS_PORT", Integer.toString(https));
        environment.put("PUBLIC_PORT", Integer.toString(https));
        environment.put("KEYSTORE_LOCATION", certificates.keyStore().toString());
        environment.put("KEYSTORE_PASSWORD", Certificates.PASSWORD);
        return environment;
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
        return doors.entered();
    }

    @Override
    public void close() throws IOException {
        server.close();
        topic.close();
        doors.close();
    }
}
