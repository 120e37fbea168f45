package com.footstone.audit.dev;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.footstone.audit.dev.process.ServiceException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is said when a service cannot be started, and that a named one is not started. */
class StartFailureIT {

    private static final String SOME_POSTGRES = "jdbc:postgresql://db.example/audit";

    @TempDir
    Path folder;

    private static Map<String, String> allNamed() {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "kafka.example:9092",
                "POSTGRES_URL", SOME_POSTGRES,
                "SHOP_POSTGRES_URL", "jdbc:postgresql://db.example/shop",
                "SHOP_POSTGRES_USER", "keeper",
                "CLICKHOUSE_URL", "jdbc:clickhouse://events.example:8123/audit");
    }

    private static Map<String, String> allNamedBut(String variable) {
        Map<String, String> named = new HashMap<>(allNamed());
        named.remove(variable);
        return named;
    }

    private DevSettings settings(Map<String, String> environment) {
        return DevSettings.ofThisProcess().withData(folder).withEnvironment(environment);
    }

    @Test
    void servicesNamedByTheEnvironmentAreNotStarted() {
        try (DevServices services = DevServices.start(settings(allNamed()))) {
            assertThat(services.addresses().kafkaBootstrapServers()).isEqualTo("kafka.example:9092");
            assertThat(services.addresses().shop().user()).isEqualTo("keeper");
            for (Service service : Service.values()) {
                assertThat(services.isOwn(service)).isFalse();
            }
            assertThatThrownBy(() -> services.stop(Service.KAFKA)).hasMessageContaining("KAFKA was named");
        }
    }

    @Test
    void anAddressThatIsNoJdbcUrlIsRefusedByItsVariable() {
        Map<String, String> named = new HashMap<>(allNamed());
        named.put("CLICKHOUSE_URL", "http://events.example:8123");
        assertThatThrownBy(() -> DevServices.start(settings(named)))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("CLICKHOUSE_URL");
    }

    @Test
    void aConfiguredPortInUseIsNamedWithItsProperty() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            DevSettings settings =
                    settings(allNamedBut("CLICKHOUSE_URL")).withPort("dev.clickhouse.port", taken.getLocalPort());
            assertThatThrownBy(() -> DevServices.start(settings))
                    .isInstanceOf(ServiceException.class)
                    .hasMessageContaining("port " + taken.getLocalPort())
                    .hasMessageContaining("-Ddev.clickhouse.port");
        }
    }

    @Test
    void aPortOutOfRangeIsNamedWithItsProperty() {
        DevSettings settings = settings(allNamedBut("KAFKA_BOOTSTRAP_SERVERS")).withPort("dev.kafka.port", 70_000);
        assertThatThrownBy(() -> DevServices.start(settings)).hasMessageContaining("dev.kafka.port=70000");
    }

    @Test
    void aServiceThatEndsWhileStartingShowsItsLog() throws IOException {
        Files.createDirectories(folder.resolve("postgres/cluster"));
        assertThatThrownBy(() -> DevServices.start(settings(allNamedBut("SHOP_POSTGRES_URL"))))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("PostgreSQL ended while starting")
                .hasMessageContaining("postgres.log")
                .hasMessageContaining("postgresql.conf");
    }
}
