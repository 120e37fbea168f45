package com.footstone.audit.system;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.footstone.audit.dev.process.ChildProcess;
import com.footstone.audit.dev.process.Supervised;
import com.footstone.audit.server.AuditApi;
import com.footstone.audit.server.LibertyServer;
import com.footstone.audit.server.ServerPorts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Instances beside the running one, each with a part of the work. */
@ExtendWith(RunningSystem.class)
class InstanceRolesIT {

    private static final Duration TOKEN_LIFE = Duration.ofMinutes(30);

    @Test
    void anInstanceThatOnlyAnswersReadsNoEvents(SystemUnderTest system) throws IOException {
        whileReady(server("answering", system, "AUDIT_INTAKE_ENABLED", "false"), server -> {
            String token = system.identity().token("tester", "audit-viewer", TOKEN_LIFE);
            assertThat(new AuditApi(server.ports().apiUrl(), token)
                            .ask("/findings?limit=1")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(server.lag()).as("lag of partitions that it reads").isEmpty();
        });
    }

    @Test
    void anInstanceThatOnlyReadsOpensNoPortForQuestions(SystemUnderTest system) throws IOException {
        whileReady(server("reading", system, "AUDIT_API_ENABLED", "false"), server -> {
            assertThatThrownBy(() -> Answer.get(server.ports().openApiUrl()))
                    .hasCauseInstanceOf(ConnectException.class);
            assertThat(server.status("/live")).isEqualTo(200);
            assertThat(Answer.get(server.ports().metricsUrl()).status()).isEqualTo(200);
        });
    }

    @Test
    void anInstanceThatOnlyMigratesEndsWell(SystemUnderTest system) throws IOException {
        LibertyServer server = server("migrating", system, "AUDIT_SCHEMA_MIGRATION", "ONLY");
        ChildProcess process = server.launch();

        assertThat(process.endsWell(SystemUnderTest.START_LIMIT))
                .as(process.lastWords())
                .isTrue();
        assertThat(Files.readString(server.log())).contains("The stores have the schema of this version");
    }

    private static void whileReady(LibertyServer server, Consumer<LibertyServer> look) {
        try (Supervised process = new Supervised(server, news -> {})) {
            process.launch();
            process.awaitReady();
            Awaitility.await("ready").atMost(SystemUnderTest.PATIENCE).until(() -> server.status("/ready") == 200);
            look.accept(server);
        }
    }

    private static LibertyServer server(String name, SystemUnderTest system, String variable, String value)
            throws IOException {
        Map<String, String> environment = new HashMap<>(system.environmentOfAnother());
        environment.put(variable, value);
        return new LibertyServer(TestFolders.serverHome(), TestFolders.fresh(name), ServerPorts.free(), environment);
    }
}
