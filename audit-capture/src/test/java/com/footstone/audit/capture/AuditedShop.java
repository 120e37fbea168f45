package com.footstone.audit.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

import com.footstone.audit.capture.settings.CaptureSettings;
import com.footstone.audit.capture.settings.CaptureSettingsBuilder;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** One real PostgreSQL and one real Kafka for all tests of this process, stopped at its end. */
public final class AuditedShop implements BeforeAllCallback {

    private static final Namespace NAMESPACE = Namespace.create(AuditedShop.class);

    private Servers servers;

    @Override
    public void beforeAll(ExtensionContext context) {
        servers = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Servers.class, type -> new Servers(), Servers.class);
    }

    public DataSource dataSource() {
        return servers.postgres.getPostgresDatabase();
    }

    /** Without {@code jdbc:}, as it follows {@code jdbc:audit:}. */
    String urlRest() {
        return servers.postgres.getJdbcUrl("postgres", "postgres").substring("jdbc:".length());
    }

    CaptureSettingsBuilder settings(String topic) {
        return CaptureSettings.builder("shop", servers.broker.bootstrapServers())
                .topic(topic)
                .instance("test");
    }

    String bootstrapServers() {
        return servers.broker.bootstrapServers();
    }

    SentEvents events(String topic) {
        return new SentEvents(servers.broker.bootstrapServers(), topic);
    }

    /** Runs a statement that is not audited. */
    void prepare(String sql) throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static final class Servers implements AutoCloseable {

        private final EmbeddedPostgres postgres;
        private final KafkaBroker broker;

        private Servers() {
            try {
                Path folder = Path.of("target", "it-kafka-" + System.nanoTime());
                Files.createDirectories(folder);
                postgres = EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .start();
                broker = KafkaBroker.started(folder);
            } catch (IOException e) {
                throw new IllegalStateException("The servers of the tests could not start", e);
            }
        }

        @Override
        public void close() throws IOException {
            broker.close();
            postgres.close();
        }
    }
}
