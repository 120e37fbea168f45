package com.footstone.audit.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/** Where the files are that Prometheus, Alertmanager and Grafana read. */
final class MonitoringFiles {

    /** The folder of all modules; Maven runs tests in the module's own. */
    static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();

    static final Path RULES = REPOSITORY.resolve("kubernetes/chart/files/rules/alerts.yaml");
    static final Path ROUTES = REPOSITORY.resolve("kubernetes/chart/files/alertmanager/alertmanager.yaml");
    static final Path DASHBOARDS = REPOSITORY.resolve("kubernetes/chart/files/dashboards");

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private MonitoringFiles() {}

    /** A file of YAML, or of JSON, which is YAML. */
    static JsonNode read(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
