package com.footstone.audit.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Properties;

/**
 * How the demo is to run; each component is a system property.
 *
 * @param home {@code demo.server.home}: the Open Liberty installation with the product
 * @param folder {@code demo.folder}: what the demo writes goes here
 * @param duration {@code demo.duration}: ISO-8601 time after which it ends by itself; absent to run until Ctrl-C
 * @param httpPort {@code demo.http.port}: REST
 * @param managementPort {@code demo.management.port}: probes and metrics
 * @param adminPort {@code demo.admin.port}: Admin Center
 */
record DemoSettings(
        Path home,
        Path folder,
        Optional<Duration> duration,
        PortChoice httpPort,
        PortChoice managementPort,
        PortChoice adminPort) {

    static DemoSettings from(Properties properties) {
        return new DemoSettings(
                Path.of(properties.getProperty("demo.server.home", "target/wlp")),
                Path.of(properties.getProperty("demo.folder", "target/demo")),
                duration(properties.getProperty("demo.duration", "")),
                PortChoice.of(properties, "demo.http.port", 8090),
                PortChoice.of(properties, "demo.management.port", 8091),
                PortChoice.of(properties, "demo.admin.port", 9443));
    }

    private static Optional<Duration> duration(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Duration.parse(text.strip()));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "demo.duration=" + text + " is not a duration: give it as in PT2M (two minutes)", e);
        }
    }
}
