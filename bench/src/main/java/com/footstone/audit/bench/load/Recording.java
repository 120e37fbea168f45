package com.footstone.audit.bench.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.postgresql.ds.PGSimpleDataSource;

import com.footstone.audit.bench.stage.Stage;
import com.footstone.audit.capture.SqlCapture;
import com.footstone.audit.capture.settings.CaptureSettings;
import com.footstone.audit.dev.Database;
import com.footstone.audit.dev.shop.Shop;
import com.footstone.audit.dev.shop.ShopPlan;
import com.zaxxer.hikari.HikariDataSource;

/**
 * Real events: what the product's capture sent while the demo's shop and the {@link Bank} were at work. Everything that
 * is measured is made of them.
 */
public final class Recording {

    private static final String TOPIC = "recording";
    private static final long SEED = 7;
    private static final int SHOP_OPERATIONS = 400;
    private static final int BANK_TRANSACTIONS = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Recording() {}

    /** Has both work for some seconds, and returns what was sent, in the order of the partitions. */
    public static List<byte[]> make(Stage stage) {
        stage.kafka().create(TOPIC);
        try {
            long sent = record(stage, "shop", Recording::shop) + record(stage, "bank", Recording::bank);
            return read(stage, sent);
        } catch (SQLException e) {
            throw new IllegalStateException("The database of the recorded applications failed", e);
        }
    }

    /** An application at work on a database, to be recorded. */
    private interface Work {
        void perform(DataSource unaudited, DataSource audited) throws SQLException;
    }

    private static long record(Stage stage, String application, Work work) throws SQLException {
        DataSource unaudited = dataSource(stage.addresses().shop());
        CaptureSettings settings = CaptureSettings.builder(
                        application, stage.addresses().kafkaBootstrapServers())
                .topic(TOPIC)
                .tenantId("north")
                .datasource(application + "-primary")
                .build();
        try (SqlCapture capture = SqlCapture.start(settings);
                HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(unaudited);
            pool.setMaximumPoolSize(Shop.CONNECTIONS);
            work.perform(unaudited, capture.audited(pool));
            capture.flush(PATIENCE);
            return capture.statistics().sent();
        }
    }

    private static void shop(DataSource unaudited, DataSource audited) throws SQLException {
        Shop.install(unaudited, SEED);
        try (Shop shop = new Shop(audited, SEED)) {
            shop.run(ShopPlan.counted(SHOP_OPERATIONS, 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the shop was recorded", e);
        }
    }

    private static void bank(DataSource unaudited, DataSource audited) throws SQLException {
        Bank.install(unaudited);
        Random random = new Random(SEED);
        try (Connection connection = audited.getConnection()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < BANK_TRANSACTIONS; i++) {
                Bank.transact(connection, random);
            }
        }
    }

    /** A data source without a pool, and without capture. */
    static DataSource dataSource(Database database) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(database.url());
        dataSource.setUser(database.user());
        dataSource.setPassword(database.password());
        return dataSource;
    }

    private static List<byte[]> read(Stage stage, long count) {
        List<byte[]> events = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", stage.addresses().kafkaBootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            Collection<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(info -> new TopicPartition(TOPIC, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (events.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> events.add(record.value()));
            }
        }
        return events;
    }
}
