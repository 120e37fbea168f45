package com.footstone.audit.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

import org.awaitility.Awaitility;

import com.footstone.audit.dev.process.Supervised;
import com.footstone.audit.server.EvidenceKey;
import com.footstone.audit.server.LibertyServer;
import com.footstone.audit.server.ServerPorts;

/** A server beside the running one, on the same stores and with the same keys, but configured otherwise. */
final class SecondServer implements AutoCloseable {

    private final LibertyServer server;
    private final Supervised process;

    private SecondServer(LibertyServer server) {
        this.server = server;
        process = new Supervised(server, System.out::println);
    }

    /** Starts it and returns when it is ready. */
    static SecondServer started(String name, SystemUnderTest system, Map<String, String> differences) {
        SecondServer second = launched(name, system, differences);
        try {
            Awaitility.await("ready")
                    .atMost(SystemUnderTest.PATIENCE)
                    .until(() -> second.server.status("/ready") == 200);
        } catch (RuntimeException e) {
            second.close();
            throw e;
        }
        return second;
    }

    /**
     * Starts it and returns when its application runs, ready or not.
     *
     * @param differences variables that are other than the running server's; an empty one is not set
     */
    static SecondServer launched(String name, SystemUnderTest system, Map<String, String> differences) {
        Map<String, String> environment = new HashMap<>(system.environment());
        environment.put(EvidenceKey.VARIABLE, key(system));
        environment.putAll(differences);
        environment.values().removeIf(String::isEmpty);
        SecondServer second = new SecondServer(
                new LibertyServer(TestFolders.serverHome(), TestFolders.fresh(name), ServerPorts.free(), environment));
        try {
            second.process.launch();
            second.process.awaitReady();
        } catch (RuntimeException e) {
            second.close();
            throw e;
        }
        return second;
    }

    private static String key(SystemUnderTest system) {
        try {
            return EvidenceKey.in(system.server().log().getParent()).privatePem();
        } catch (IOException e) {
            throw new UncheckedIOException("The running server's key cannot be read", e);
        }
    }

    LibertyServer server() {
        return server;
    }

    Metrics metrics() {
        return Metrics.read(server.ports().metricsUrl());
    }

    @Override
    public void close() {
        process.close();
    }
}
