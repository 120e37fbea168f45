package com.footstone.audit.capture.settings;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import com.footstone.audit.model.ExecutionLayer;

/** Collects {@link CaptureSettings}; each setter is named after the setting. Not safe for use by several threads. */
public final class CaptureSettingsBuilder {

    private final Map<String, String> kafka = new HashMap<>();
    private final String application;
    private String topic = "sql-audit-events";
    private String tenantId;
    private String datasource;
    private String instance;
    private ExecutionLayer executionLayer = ExecutionLayer.JDBC;
    private boolean captureParameters;
    private long queueBytes = 32L * 1024 * 1024;
    private int maxEventBytes = 16 * 1024 * 1024;
    private Duration closeTimeout = Duration.ofSeconds(5);

    CaptureSettingsBuilder(String application, String bootstrapServers) {
        this.application = application;
        if (bootstrapServers != null) {
            kafka.put("bootstrap.servers", bootstrapServers);
        }
    }

    public CaptureSettingsBuilder topic(String value) {
        this.topic = value;
        return this;
    }

    public CaptureSettingsBuilder tenantId(String value) {
        this.tenantId = value;
        return this;
    }

    public CaptureSettingsBuilder datasource(String value) {
        this.datasource = value;
        return this;
    }

    public CaptureSettingsBuilder instance(String value) {
        this.instance = value;
        return this;
    }

    public CaptureSettingsBuilder executionLayer(ExecutionLayer value) {
        this.executionLayer = value;
        return this;
    }

    public CaptureSettingsBuilder captureParameters(boolean value) {
        this.captureParameters = value;
        return this;
    }

    public CaptureSettingsBuilder queueBytes(long value) {
        this.queueBytes = value;
        return this;
    }

    public CaptureSettingsBuilder maxEventBytes(int value) {
        this.maxEventBytes = value;
        return this;
    }

    public CaptureSettingsBuilder closeTimeout(Duration value) {
        this.closeTimeout = value;
        return this;
    }

    /** Adds a property of the Kafka producer, such as {@code security.protocol}. */
    public CaptureSettingsBuilder kafka(String property, String value) {
        kafka.put(property, value);
        return this;
    }

    /**
     * Makes the settings.
     *
     * @throws InvalidSettingException if one is missing or out of its range; it names the key
     */
    public CaptureSettings build() {
        return new CaptureSettings(
                application,
                topic,
                tenantId,
                datasource,
                instance,
                executionLayer,
                captureParameters,
                queueBytes,
                maxEventBytes,
                closeTimeout,
                kafka);
    }
}
