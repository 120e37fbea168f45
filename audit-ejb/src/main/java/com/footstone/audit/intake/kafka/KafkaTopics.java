package com.footstone.audit.intake.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.CommonClientConfigs;
import org.eclipse.microprofile.config.Config;

import com.footstone.audit.config.Setting;
import com.footstone.audit.config.SettingsSource;
import com.footstone.audit.config.ValueType;

/**
 * Where the service's two topics are.
 *
 * @param bootstrapServers Kafka brokers, {@code host:port} separated by commas
 * @param events topic of the events
 * @param deadLetters topic for records that are not events
 * @param security how connections are protected
 */
public record KafkaTopics(String bootstrapServers, String events, String deadLetters, KafkaSecurity security) {

    private static final Setting<String> BOOTSTRAP_SERVERS = Setting.required(
            "kafka.bootstrap.servers", ValueType.text(), "Kafka brokers, host:port separated by commas");
    private static final Setting<String> EVENTS =
            Setting.of("kafka.topic", ValueType.text(), "sql-audit-events", "Topic that events are read from");
    private static final Setting<String> DEAD_LETTERS = Setting.of(
            "kafka.topic.dlq",
            ValueType.text(),
            "sql-audit-events-dlq",
            "Topic that records go to which are not events");

    public KafkaTopics {
        Objects.requireNonNull(bootstrapServers, "bootstrapServers is null");
        Objects.requireNonNull(events, "events is null");
        Objects.requireNonNull(deadLetters, "deadLetters is null");
        Objects.requireNonNull(security, "security is null");
    }

    public static KafkaTopics from(Config config) {
        return new KafkaTopics(
                BOOTSTRAP_SERVERS.read(config),
                EVENTS.read(config),
                DEAD_LETTERS.read(config),
                KafkaSecurity.from(config));
    }

    /** What every client of Kafka needs, of whatever kind it is. */
    public Map<String, Object> connection() {
        Map<String, Object> connection = new HashMap<>(security.properties());
        connection.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return connection;
    }

    /** Makes the keys known. */
    @ApplicationScoped
    public static class Keys implements SettingsSource {
        @Override
        public List<Setting<?>> settings() {
            return List.of(BOOTSTRAP_SERVERS, EVENTS, DEAD_LETTERS);
        }
    }
}
