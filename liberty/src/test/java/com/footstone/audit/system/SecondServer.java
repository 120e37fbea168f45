package com.footstone.audit.system;

import java.util.HashMap;
import java.util.Map;

import org.awaitility.Awaitility;

import com.footstone.audit.server.ServerPorts;

/** A server beside the running one, on the same stores and with the same keys, but configured otherwise. */
final class SecondServer implements AutoCloseable {

    private final ServerUnderTest server;

    private SecondServer(ServerUnderTest server) {
        this.server = server;
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
        Map<String, String> environment = new HashMap<>(system.environmentOfAnother());
        environment.putAll(differences);
        environment.values().removeIf(String::isEmpty);
        SecondServer second = new SecondServer(ServerUnderTest.of(name, ServerPorts.free(), environment));
        try {
            second.server.launch();
            second.server.awaitStarted();
        } catch (RuntimeException e) {
            second.close();
            throw e;
        }
        return second;
    }

    ServerUnderTest server() {
        return server;
    }

    Metrics metrics() {
        return Metrics.read(server.ports().metricsUrl());
    }

    @Override
    public void close() {
        server.close();
    }
}
