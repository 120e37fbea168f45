package com.footstone.audit.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.footstone.audit.dev.process.ServiceException;
import com.footstone.audit.dev.process.Supervised;
import com.footstone.audit.server.Identity;
import com.footstone.audit.server.LibertyServer;
import com.footstone.audit.server.ServerPorts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A server that was given a value out of range, no passwords, and a port that is taken. It needs no store to refuse. */
class MisconfiguredServerIT {

    private static final ServerPorts PORTS = ServerPorts.free();

    private static ServerSocket occupant;
    private static ServerUnderTest server;

    @BeforeAll
    static void start() throws IOException {
        occupant = new ServerSocket(PORTS.api().number(), 1, InetAddress.getLoopbackAddress());
        Map<String, String> environment = new HashMap<>(new Identity(Clock.systemUTC()).environment());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1");
        environment.put("POSTGRES_URL", "jdbc:postgresql://127.0.0.1:1/audit");
        environment.put("POSTGRES_USER", "audit");
        environment.put("POSTGRES_PASSWORD", "none");
        environment.put("CLICKHOUSE_URL", "jdbc:clickhouse://127.0.0.1:1/audit");
        environment.put("CLICKHOUSE_USER", "audit");
        environment.put("CLICKHOUSE_PASSWORD", "none");
        environment.put("CHECKER_SLOWQUERY_THRESHOLD", "-5");
        environment.put("CHECKER_SLOWQERY_CRITICAL", "7000");
        server = ServerUnderTest.of("misconfigured", PORTS, environment);
        server.launchAnyhow();
    }

    @AfterAll
    static void stop() throws IOException {
        server.kill();
        occupant.close();
    }

    @Test
    void aValueOutOfRangeKeepsTheApplicationFromStartingAndIsNamed() {
        awaitLog("checker.slowQuery.threshold");

        assertThat(server.log()).content().contains("The application does not start");
        assertThat(server.status("/started")).isNotEqualTo(200);
        assertThat(server.status("/ready")).isNotEqualTo(200);
    }

    @Test
    void aMisspeltKeyIsReported() {
        awaitLog("CHECKER_SLOWQERY_CRITICAL");

        assertThat(server.log()).content().contains("is CHECKER_SLOWQUERY_CRITICAL meant?");
    }

    @Test
    void aPortInUseIsNamedInTheLog() {
        awaitLog("CWWKO0221E");

        assertThat(server.log()).content().contains(String.valueOf(PORTS.api().number()));
    }

    @Test
    void whoeverStartsTheDemoOnAPortInUseIsToldWhatToDo() {
        LibertyServer demo =
                new LibertyServer(TestFolders.serverHome(), TestFolders.fresh("on-a-port-in-use"), PORTS, Map.of());
        try (Supervised second = new Supervised(demo, news -> {})) {
            assertThatThrownBy(second::launch)
                    .isInstanceOf(ServiceException.class)
                    .hasMessageContaining("port " + PORTS.api().number())
                    .hasMessageContaining("in use");
        }
    }

    @Test
    void withoutAPasswordNobodyIsLetIn() throws Exception {
        awaitLog("checker.slowQuery.threshold");
        for (String password : new String[] {"", "admin", "${ADMIN_PASSWORD}"}) {
            assertThat(letsIn(password)).as(password).isFalse();
        }
    }

    /** No TLS at all is as good as a refusal. */
    private static boolean letsIn(String password) throws Exception {
        try {
            return new AdminCenter(PORTS.adminCenterUrl()).letsIn("admin", password);
        } catch (IOException e) {
            return false;
        }
    }

    private static void awaitLog(String text) {
        Awaitility.await(text)
                .atMost(SystemUnderTest.START_LIMIT)
                .until(() -> Files.exists(server.log())
                        && Files.readString(server.log()).contains(text));
    }
}
