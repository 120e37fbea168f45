package com.footstone.audit.capture.settings;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

import com.footstone.audit.model.ExecutionLayer;
import com.footstone.audit.model.SqlEvent;

/**
 * Everything that can be chosen about capture. Made by {@link #builder} or read from the process by
 * {@link #fromProcess}.
 *
 * @param application name of the application, as it will appear on every event; up to 1024 characters
 * @param topic Kafka topic that events are sent to
 * @param tenantId the tenant of events whose context names none; {@code null} for none
 * @param datasource the application's name for the data source; {@code null} for none
 * @param instance the process of the application; {@code null} for {@code pid@host}
 * @param executionLayer the layer of events whose context names none
 * @param captureParameters whether bound values are sent
 * @param queueBytes memory that events may take until Kafka has them, in bytes, {@value #MIN_QUEUE_BYTES} or more;
 *     beyond it new events are dropped and counted
 * @param maxEventBytes largest event that is sent, in bytes of JSON; larger ones are dropped and counted
 * @param closeTimeout how long closing, and the end of the process, may wait for events to be sent
 * @param kafka properties for the Kafka producer, such as {@code bootstrap.servers} (required) and those for TLS and SASL
 */
public record CaptureSettings(
        String application,
        String topic,
        String tenantId,
        String datasource,
        String instance,
        ExecutionLayer executionLayer,
        boolean captureParameters,
        long queueBytes,
        int maxEventBytes,
        Duration closeTimeout,
        Map<String, String> kafka) {

    static final long MIN_QUEUE_BYTES = 65_536;
    static final int MIN_EVENT_BYTES = 4_096;
    static final int MAX_EVENT_BYTES = 256 * 1024 * 1024;
    static final Duration MAX_CLOSE_TIMEOUT = Duration.ofMinutes(10);

    public CaptureSettings {
        requireName("AUDIT_APPLICATION", application);
        requireName("AUDIT_TOPIC", topic);
        requireShort("AUDIT_TENANT", tenantId);
        requireShort("AUDIT_DATASOURCE", datasource);
        requireShort("AUDIT_INSTANCE", instance);
        Objects.requireNonNull(executionLayer, "executionLayer is null");
        kafka = Map.copyOf(kafka);
        requireText("AUDIT_KAFKA_BOOTSTRAP_SERVERS", kafka.get("bootstrap.servers"));
        requireBetween("AUDIT_QUEUE_BYTES", queueBytes, MIN_QUEUE_BYTES, Long.MAX_VALUE / 2);
        requireBetween("AUDIT_EVENT_BYTES", maxEventBytes, MIN_EVENT_BYTES, MAX_EVENT_BYTES);
        requireBetween("AUDIT_CLOSE_TIMEOUT", closeTimeout);
    }

    /** Starts settings from the two that have no default. */
    public static CaptureSettingsBuilder builder(String application, String bootstrapServers) {
        return new CaptureSettingsBuilder(application, bootstrapServers);
    }

    /**
     * Reads the settings of this process: system properties such as {@code audit.queue.bytes}, else environment variables
     * such as {@code AUDIT_QUEUE_BYTES}. Whatever follows {@code audit.kafka.} or {@code AUDIT_KAFKA_} is a property of
     * the Kafka producer.
     *
     * @throws InvalidSettingException if one is missing, unreadable or out of its range; it names the key
     */
    public static CaptureSettings fromProcess() {
        return from(System.getProperties(), System.getenv());
    }

    /**
     * Whether this process wants its SQL captured at all: the system property {@code audit.enabled}, else the environment
     * variable {@code AUDIT_ENABLED}; it does if neither is set. Asked before anything else, so that an operator can take
     * capture out of an application without changing it.
     *
     * @throws InvalidSettingException if it is neither true nor false
     */
    public static boolean enabledInProcess() {
        return SettingsReader.enabled(System.getProperties(), System.getenv());
    }

    static CaptureSettings from(Properties properties, Map<String, String> environment) {
        return SettingsReader.read(properties, environment);
    }

    /** Leaves the Kafka properties out: they may hold passwords. */
    @Override
    public String toString() {
        return "CaptureSettings[" + application + " to topic " + topic + ", queue of " + queueBytes + " bytes]";
    }

    private static void requireName(String key, String value) {
        requireText(key, value);
        requireShort(key, value);
    }

    private static void requireText(String key, String value) {
        if (value == null || value.isBlank()) {
            throw new InvalidSettingException(key, "is missing: set it to have SQL captured");
        }
    }

    private static void requireShort(String key, String value) {
        if (value != null && value.length() > SqlEvent.MAX_NAME_LENGTH) {
            throw new InvalidSettingException(key, "is longer than " + SqlEvent.MAX_NAME_LENGTH + " characters");
        }
    }

    private static void requireBetween(String key, long value, long min, long max) {
        if (value < min || value > max) {
            throw new InvalidSettingException(key, "is " + value + ", and must be from " + min + " to " + max);
        }
    }

    private static void requireBetween(String key, Duration value) {
        if (value.isNegative() || value.compareTo(MAX_CLOSE_TIMEOUT) > 0) {
            throw new InvalidSettingException(key, "is " + value + ", and must be from PT0S to " + MAX_CLOSE_TIMEOUT);
        }
    }
}
