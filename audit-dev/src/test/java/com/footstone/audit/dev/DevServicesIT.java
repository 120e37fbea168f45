package com.footstone.audit.dev;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.footstone.audit.dev.process.ServiceException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** All services together: ready when started, apart when stopped, and with their data when they come back. */
class DevServicesIT {

    private static final int LARGE_RECORD = 12 << 20;
    private static final String EVENTS = "sql-audit-events";

    @TempDir
    static Path folder;

    private static DevSettings settings;
    private static DevServices services;

    @BeforeAll
    static void start() {
        settings = DevSettings.ofThisProcess().withData(folder).withEnvironment(Map.of());
        services = DevServices.start(settings);
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    @Test
    void areReadyAndKeepDataOverRestarts() throws Exception {
        assertThat(topics()).containsEntry(EVENTS, 3).containsEntry("sql-audit-events-dlq", 1);
        assertThat(value(services.addresses().postgres(), "SHOW fsync")).isEqualTo("on");
        assertThat(value(services.addresses().postgres(), "SHOW synchronous_commit"))
                .isEqualTo("on");
        assertThat(value(services.addresses().clickHouse(), "SELECT currentDatabase()"))
                .isEqualTo("audit");
        keepSomething();

        services.close();
        services = DevServices.start(settings);
        assertThatAllIsThere();

        String broker = services.addresses().kafkaBootstrapServers();
        for (Service service : Service.values()) {
            services.kill(service);
            assertThat(services.isUp(service)).isFalse();
            assertThat(services.pids(service)).isEmpty();
        }
        for (Service service : Service.values()) {
            services.start(service);
        }
        assertThat(services.addresses().kafkaBootstrapServers()).isEqualTo(broker);
        assertThatAllIsThere();
    }

    private void keepSomething() throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                services.addresses().kafkaBootstrapServers(),
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                2 * LARGE_RECORD,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                4L * LARGE_RECORD))) {
            producer.send(new ProducerRecord<>(EVENTS, 0, null, new byte[LARGE_RECORD]))
                    .get(60, TimeUnit.SECONDS);
        }
        execute(services.addresses().postgres(), "CREATE TABLE kept AS SELECT 'finding' AS what");
        execute(services.addresses().shop(), "CREATE TABLE kept AS SELECT 'order' AS what");
        execute(services.addresses().clickHouse(), "CREATE TABLE kept (what String) ENGINE = MergeTree ORDER BY what");
        execute(services.addresses().clickHouse(), "INSERT INTO kept VALUES ('event')");
    }

    private void assertThatAllIsThere() throws SQLException {
        assertThat(value(services.addresses().postgres(), "SELECT what FROM kept"))
                .isEqualTo("finding");
        assertThat(value(services.addresses().shop(), "SELECT what FROM kept")).isEqualTo("order");
        assertThat(value(services.addresses().clickHouse(), "SELECT what FROM kept"))
                .isEqualTo("event");
        assertThat(sizeOfFirstRecord()).isEqualTo(LARGE_RECORD);
    }

    private int sizeOfFirstRecord() {
        TopicPartition partition = new TopicPartition(EVENTS, 0);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, services.addresses().kafkaBootstrapServers(),
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class))) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return consumer.poll(Duration.ofSeconds(60)).iterator().next().value().length;
        }
    }

    private Map<String, Integer> topics() throws Exception {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, services.addresses().kafkaBootstrapServers()))) {
            Map<String, TopicDescription> all = admin.describeTopics(List.of(EVENTS, EVENTS + "-dlq"))
                    .allTopicNames()
                    .get(30, TimeUnit.SECONDS);
            return Map.of(
                    EVENTS,
                    all.get(EVENTS).partitions().size(),
                    EVENTS + "-dlq",
                    all.get(EVENTS + "-dlq").partitions().size());
        }
    }

    @Test
    void giveEachItsOwnerAndKeepPasswordsToTheOwner() throws Exception {
        Database audit = services.addresses().postgres();
        assertThat(value(
                        audit,
                        "SELECT rolsuper OR rolcreatedb OR rolcreaterole FROM pg_roles WHERE rolname = current_user"))
                .isEqualTo("f");
        Database shopAsAudit = new Database(services.addresses().shop().url(), audit.user(), audit.password());
        assertThatThrownBy(() -> value(shopAsAudit, "SELECT 1")).isInstanceOf(SQLException.class);
        Database wrong = new Database(audit.url(), audit.user(), "wrong");
        assertThatThrownBy(() -> value(wrong, "SELECT 1")).isInstanceOf(SQLException.class);
        for (String file : List.of("postgres/audit.password", "postgres/shop.password", "clickhouse/audit.password")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                    .isEqualTo("rw-------");
        }
        assertThat(services.addresses().toString()).doesNotContain(audit.password());
        assertThat(services.addresses().environment())
                .containsEntry("POSTGRES_PASSWORD", audit.password())
                .containsKeys("KAFKA_BOOTSTRAP_SERVERS", "CLICKHOUSE_URL", "SHOP_POSTGRES_USER");

        assertThatThrownBy(() -> DevServices.start(settings))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("in use by another process");
    }

    private static String value(Database database, String sql) throws SQLException {
        try (Connection connection = open(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = open(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection open(Database database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
