package com.footstone.audit.capture;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import javax.management.ObjectName;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.PGConnection;

import com.fasterxml.jackson.databind.JsonNode;
import com.footstone.audit.capture.context.AuditContext;
import com.footstone.audit.model.ExecutionLayer;
import com.zaxxer.hikari.HikariDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** By the URL, around a pool, inside a pool; from many threads; with what the application tells. */
class WaysInIT {

    @RegisterExtension
    static final AuditedShop SHOP = new AuditedShop();

    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** The capture of a process is started once, so all tests by URL share its topic. */
    private static final String URL_TOPIC = "ways-url";

    @BeforeAll
    static void setProcess() {
        System.setProperty("audit.application", "by-url");
        System.setProperty("audit.topic", URL_TOPIC);
        System.setProperty("audit.kafka.bootstrap.servers", SHOP.bootstrapServers());
    }

    @Test
    void theUrlIsEnough() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:audit:" + SHOP.urlRest());
                Statement statement = connection.createStatement()) {
            statement.execute("select 'by driver manager'");
            assertThat(connection.getMetaData().getURL()).startsWith("jdbc:postgresql:");
            assertThat(statement.getConnection()).isSameAs(connection);
            assertThat(connection.unwrap(Connection.class)).isSameAs(connection);
            assertThat(List.of(connection).contains(connection)).isTrue();
            assertThat(connection.unwrap(PGConnection.class).getBackendPID()).isPositive();
        }

        try (SentEvents events = SHOP.events(URL_TOPIC)) {
            JsonNode event = events.awaitOne(sent -> sent.path("sql").asText().equals("select 'by driver manager'"));
            assertThat(event.path("application").asText()).isEqualTo("by-url");
        }
    }

    @Test
    void aPoolOnTheUrlReportsWhenConnectionsGoBack() throws SQLException {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl("jdbc:audit:" + SHOP.urlRest());
            pool.setMaximumPoolSize(1);
            Connection connection = pool.getConnection();
            ResultSet rows =
                    connection.createStatement().executeQuery("select n from generate_series(1, 9) n -- pooled");
            rows.next();
            rows.next();
            connection.close();

            try (SentEvents events = SHOP.events(URL_TOPIC)) {
                JsonNode event =
                        events.awaitOne(sent -> sent.path("sql").asText().endsWith("pooled"));
                assertThat(event.path("rowsReturned").asInt()).isEqualTo(2);
            }
        }
    }

    @Test
    void aUrlOfNoKnownDatabaseNamesOnlyItsKind() {
        assertThatThrownBy(() -> DriverManager.getConnection("jdbc:audit:nosuch://db/shop?password=secret"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("jdbc:nosuch:")
                .message()
                .doesNotContain("secret");
    }

    @Test
    void manyThreadsMakeOneSequenceWithoutGaps() throws Exception {
        int threads = 8;
        int each = 250;
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(SHOP.dataSource());
        pool.setMaximumPoolSize(4);
        try (AuditedDataSource audited =
                AuditedDataSource.wrap(pool, SHOP.settings("ways-threads").build())) {
            ExecutorService users = Executors.newFixedThreadPool(threads);
            Callable<Void> user = () -> read(audited, each);
            for (Future<Void> done : users.invokeAll(Collections.nCopies(threads, user))) {
                done.get();
            }
            users.shutdown();
            SqlCapture capture = audited.capture().orElseThrow();
            assertThat(capture.flush(LIMIT)).isTrue();
            assertThat(capture.statistics().dropped()).isZero();
            assertThat(capture.statistics().failures()).isZero();
        }

        try (SentEvents events = SHOP.events("ways-threads")) {
            List<JsonNode> sent = events.await(threads * each);
            assertThat(sent)
                    .extracting(event -> event.path("producerSeq").asLong())
                    .isEqualTo(
                            LongStream.range(0, (long) threads * each).boxed().toList());
            assertThat(sent)
                    .extracting(event -> event.path("rowsReturned").asInt())
                    .containsOnly(3);
            Set<String> sessions = new HashSet<>();
            sent.forEach(event -> sessions.add(event.path("sessionId").asText()));
            assertThat(sessions).hasSizeBetween(1, 4);
        }
    }

    @Test
    void whatTheApplicationForgetsIsReportedWhenItIsGone() throws SQLException {
        try (AuditedDataSource audited = AuditedDataSource.wrap(
                SHOP.dataSource(), SHOP.settings("ways-forgotten").build())) {
            try (Connection connection = audited.getConnection();
                    SentEvents events = SHOP.events("ways-forgotten")) {
                readOneRowAndForget(connection);
                Awaitility.await().atMost(LIMIT).until(() -> {
                    System.gc();
                    return audited.capture().orElseThrow().statistics().sent() == 1;
                });

                assertThat(events.await(1).get(0).path("rowsReturned").asInt()).isEqualTo(1);
            }
        }
    }

    @Test
    @SuppressWarnings("try") // The scope works by being open.
    void whatTheApplicationTellsIsOnTheEventAndValuesAreNot() throws SQLException {
        AuditContext alice = AuditContext.EMPTY
                .withEndUser("alice")
                .withClientAddress("192.0.2.7")
                .withTenant("north")
                .withTrace("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331")
                .withStatementId("Orders.byName")
                .withExecutionLayer(ExecutionLayer.MYBATIS);
        try (AuditedDataSource audited = AuditedDataSource.wrap(
                SHOP.dataSource(), SHOP.settings("ways-told").build())) {
            try (AuditContext.Scope scope = alice.open()) {
                bind(audited, "kept-secret");
            }
            bind(audited, "kept-secret");
        }

        try (SentEvents events = SHOP.events("ways-told")) {
            List<JsonNode> sent = events.await(2);
            assertThat(sent.get(0).path("endUser").asText()).isEqualTo("alice");
            assertThat(sent.get(0).path("clientAddress").asText()).isEqualTo("192.0.2.7");
            assertThat(sent.get(0).path("tenantId").asText()).isEqualTo("north");
            assertThat(sent.get(0).path("traceId").asText()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
            assertThat(sent.get(0).path("statementId").asText()).isEqualTo("Orders.byName");
            assertThat(sent.get(0).path("executionLayer").asText()).isEqualTo("MYBATIS");
            assertThat(sent.get(1).has("endUser")).isFalse();
            assertThat(sent.toString()).doesNotContain("kept-secret").doesNotContain("params");
        }
    }

    @Test
    void valuesAreSentWhenAskedFor() throws SQLException {
        try (AuditedDataSource audited = AuditedDataSource.wrap(
                SHOP.dataSource(),
                SHOP.settings("ways-values").captureParameters(true).build())) {
            bind(audited, "wanted");
        }

        try (SentEvents events = SHOP.events("ways-values")) {
            assertThat(events.await(1).get(0).path("params").path("1").asText()).isEqualTo("wanted");
        }
    }

    @Test
    void aProcessThatIsSwitchedOffKeepsItsConnectionsAsTheyAre() throws SQLException {
        System.setProperty("audit.enabled", "false");
        try (SqlCapture capture = SqlCapture.start(SHOP.settings("ways-off").build());
                Connection shared = capture.audited(SHOP.dataSource()).getConnection();
                AuditedDataSource audited = AuditedDataSource.wrap(
                        SHOP.dataSource(), SHOP.settings("ways-off").build());
                Connection own = audited.getConnection()) {
            assertThat(Proxy.isProxyClass(shared.getClass())).isFalse();
            assertThat(Proxy.isProxyClass(own.getClass())).isFalse();
            assertThat(audited.capture()).isEmpty();
        } finally {
            System.clearProperty("audit.enabled");
        }
    }

    @Test
    void jmxShowsTheCounts() throws Exception {
        ObjectName any = new ObjectName("com.footstone.audit:type=Capture,*");
        Set<ObjectName> others = ManagementFactory.getPlatformMBeanServer().queryNames(any, null);
        try (AuditedDataSource audited = AuditedDataSource.wrap(
                SHOP.dataSource(), SHOP.settings("ways-jmx").build())) {
            bind(audited, "x");
            assertThat(audited.capture().orElseThrow().flush(LIMIT)).isTrue();
            Set<ObjectName> own = ManagementFactory.getPlatformMBeanServer().queryNames(any, null);
            own.removeAll(others);

            assertThat(own).hasSize(1);
            assertThat(ManagementFactory.getPlatformMBeanServer()
                            .getAttribute(own.iterator().next(), "Sent"))
                    .isEqualTo(1L);
        }
    }

    private static Void read(AuditedDataSource audited, int times) throws SQLException {
        for (int i = 0; i < times; i++) {
            try (Connection connection = audited.getConnection();
                    PreparedStatement statement =
                            connection.prepareStatement("select n from generate_series(1, ?) n")) {
                statement.setInt(1, 3);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        rows.getInt(1);
                    }
                }
            }
        }
        return null;
    }

    private static void readOneRowAndForget(Connection connection) throws SQLException {
        connection
                .createStatement()
                .executeQuery("select n from generate_series(1, 5) n")
                .next();
    }

    private static void bind(AuditedDataSource audited, String value) throws SQLException {
        try (Connection connection = audited.getConnection();
                PreparedStatement statement = connection.prepareStatement("select ?::text")) {
            statement.setString(1, value);
            statement.executeQuery().next();
        }
    }
}
