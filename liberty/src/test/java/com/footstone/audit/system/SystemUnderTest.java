package com.footstone.audit.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;

import com.footstone.audit.dev.DevServices;
import com.footstone.audit.dev.DevSettings;
import com.footstone.audit.dev.Service;
import com.footstone.audit.dev.kafka.Relay;
import com.footstone.audit.dev.process.FreePorts;
import com.footstone.audit.server.AuditApi;
import com.footstone.audit.server.EvidenceKey;
import com.footstone.audit.server.Identity;
import com.footstone.audit.server.ServerPorts;

/** The server and what it stands on: services started here, or the user's own where the environment names them. */
final class SystemUnderTest implements AutoCloseable {

    /** How long anything may take that is not a start; a machine that is busy building takes its time. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    static final Duration START_LIMIT = Duration.ofMinutes(3);
    static final String ADMIN = "admin";

    private static final Duration TOKEN_LIFE = Duration.ofHours(2);

    private final Identity identity = new Identity(Clock.systemUTC());
    private final String adminPassword = UUID.randomUUID().toString();
    private final Map<String, String> ownRules = OwnRules.environment();
    private final DevServices services;
    private final ServerUnderTest server;
    private final EventTopic topic;
    private final Stores stores;

    private final Relay kafkaRelay;
    private final Relay kafkaLogin;

    private SystemUnderTest(DevServices services, Relay kafkaRelay, Relay kafkaLogin) {
        this.services = services;
        this.kafkaRelay = kafkaRelay;
        this.kafkaLogin = kafkaLogin;
        server = ServerUnderTest.of("server", ServerPorts.free(), environment());
        topic = new EventTopic(services.addresses().kafkaBootstrapServers());
        stores = new Stores(services.addresses());
    }

    /** Starts everything and returns when the server is ready. */
    static SystemUnderTest start() {
        Path data = TestFolders.fresh("data");
        FreePorts ports = new FreePorts();
        Relay relay = relay(ports, false);
        Relay login = relay(ports, true);
        DevServices services =
                DevServices.start(DevSettings.ofThisProcess().withData(data).withKafkaRelays(List.of(relay, login)));
        SystemUnderTest system = new SystemUnderTest(services, relay, login);
        try {
            system.recover();
        } catch (RuntimeException e) {
            system.close();
            throw e;
        }
        return system;
    }

    private static Relay relay(FreePorts ports, boolean login) {
        return new Relay(
                ports.next("dev.kafka.port").number(),
                ports.next("dev.kafka.port").number(),
                login);
    }

    /** How another server is configured that takes part in the work of this one, apart from its ports. */
    Map<String, String> environmentOfAnother() {
        Map<String, String> environment = environment();
        try {
            // What it seals must verify with the rest.
            environment.put(
                    EvidenceKey.VARIABLE, EvidenceKey.in(server.folder()).privatePem());
        } catch (IOException e) {
            throw new UncheckedIOException("The running server's key cannot be read", e);
        }
        return environment;
    }

    /** How its server is configured, apart from ports and folders. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(services.addresses().environment());
        environment.putAll(identity.environment());
        environment.putAll(ownRules);
        environment.put("KEYSTORE_PASSWORD", UUID.randomUUID().toString());
        environment.put("ADMIN_ENABLED", "true");
        environment.put("ADMIN_USER", ADMIN);
        environment.put("ADMIN_PASSWORD", adminPassword);
        // What was found must not depend on how busy the machine is; the budget has a test of its own.
        environment.put("AUDIT_ANALYSIS_PARSE_BUDGET", "PT30S");
        environment.put("AUDIT_COMPLETENESS_PATIENCE", "PT2S");
        environment.put("AUDIT_COMPLETENESS_SILENCE", "PT20S");
        environment.put("AUDIT_DETECTION_WINDOW", "PT5S");
        return environment;
    }

    /** Starts what is down and returns when the server is ready. */
    void recover() {
        for (Service service : Service.values()) {
            if (services.isOwn(service) && !services.isUp(service)) {
                services.start(service);
            }
        }
        server.launch();
        server.awaitStarted();
        awaitReady(true);
    }

    void awaitReady(boolean ready) {
        Awaitility.await(ready ? "ready" : "not ready")
                .atMost(START_LIMIT)
                .until(() -> server.status("/ready") == 200 == ready);
    }

    /** A second door of the broker, for who comes through something else; only if the broker is ours. */
    Relay kafkaRelay() {
        return kafkaRelay;
    }

    /** A third one, where clients have to log in. */
    Relay kafkaLogin() {
        return kafkaLogin;
    }

    DevServices services() {
        return services;
    }

    /** The server, to look at, start, stop and kill. */
    ServerUnderTest server() {
        return server;
    }

    Identity identity() {
        return identity;
    }

    String adminPassword() {
        return adminPassword;
    }

    EventTopic topic() {
        return topic;
    }

    Stores stores() {
        return stores;
    }

    DeadLetters deadLetters() {
        return new DeadLetters(services.addresses().kafkaBootstrapServers());
    }

    Metrics metrics() {
        return Metrics.read(server.ports().metricsUrl());
    }

    /** A client with the right to read. */
    AuditApi api() {
        return new AuditApi(server.ports().apiUrl(), identity.token("tester", "audit-viewer", TOKEN_LIFE));
    }

    /** Waits until an application has at least so many events in the store that is written last, then says how many. */
    void awaitEvents(String application, long count) {
        Awaitility.await(count + " events of " + application)
                .atMost(PATIENCE)
                .until(() -> stores.events(application) >= count);
        topic.awaitDrained(PATIENCE);
    }

    @Override
    public void close() {
        List.<AutoCloseable>of(server, topic, services).forEach(SystemUnderTest::closeQuietly);
    }

    /** What cannot be closed must not keep the rest from being closed. */
    private static void closeQuietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            System.err.println("Left open: " + e.getMessage());
        }
    }
}
