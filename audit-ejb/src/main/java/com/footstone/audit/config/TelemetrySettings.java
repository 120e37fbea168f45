package com.footstone.audit.config;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.Config;

/**
 * Whether traces are sent, and where to: the keys of OpenTelemetry that an installation needs, named here to be checked and
 * documented with all others. The server itself reads them, from environment variables, and others of OpenTelemetry besides.
 */
@ApplicationScoped
public class TelemetrySettings implements SettingsSource {

    private static final Setting<Boolean> DISABLED =
            Setting.of("otel.sdk.disabled", ValueType.flag(), "true", "Whether no traces are made; false to send them");

    private static final List<Setting<?>> SETTINGS = List.of(
            DISABLED,
            Setting.optional("otel.service.name", "Name of the service in traces"),
            Setting.optional(
                    "otel.traces.exporter", "What traces are sent by: otlp unless set, zipkin, logging or none"),
            Setting.optional("otel.exporter.otlp.endpoint", "Address of the collector, such as http://collector:4317"),
            Setting.optional("otel.exporter.otlp.protocol", "grpc unless set, or http/protobuf"),
            Setting.optional("otel.exporter.zipkin.endpoint", "Address for zipkin"),
            Setting.optional("otel.metrics.exporter", "none, unless the collector is to get metrics as well"),
            Setting.optional("otel.logs.exporter", "none, unless the collector is to get the log as well"),
            Setting.optional("otel.traces.sampler", "Which requests are traced, such as parentbased_traceidratio"),
            Setting.optional("otel.traces.sampler.arg", "What the sampler needs, such as 0.1"));

    /** Whether somebody wants traces. */
    public static boolean wanted(Config config) {
        return !DISABLED.read(config);
    }

    @Override
    public List<Setting<?>> settings() {
        return SETTINGS;
    }
}
