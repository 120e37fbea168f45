package com.footstone.audit.system;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;

import com.fasterxml.jackson.databind.JsonNode;

/** A Prometheus of this machine that scrapes one server every second, with the rules of the chart. */
final class Prometheus implements AutoCloseable {

    private static final String COMMAND = "prometheus";
    private static final String CONFIGURATION = """
            global:
              scrape_interval: 1s
              evaluation_interval: 1s
            rule_files:
              - %s
            scrape_configs:
              - job_name: sql-audit-service
                static_configs:
                  - targets: ["%s"]
            """;

    private final Program process;
    private final String url;

    private Prometheus(Program process, String url) {
        this.process = process;
        this.url = url;
    }

    static boolean installed() {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, COMMAND)));
    }

    /** Starts it and waits until it has scraped the server. */
    static Prometheus watching(String metricsUrl, Path rules) throws IOException {
        Path folder = TestFolders.fresh("prometheus");
        Path configuration = folder.resolve("prometheus.yml");
        Files.writeString(
                configuration,
                CONFIGURATION.formatted(rules, URI.create(metricsUrl).getAuthority()));
        String address = "127.0.0.1:" + freePort();
        Program process = Program.start(
                folder,
                Map.of(),
                List.of(
                        COMMAND,
                        "--config.file=" + configuration,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=" + address));
        Prometheus prometheus = new Prometheus(process, "http://" + address);
        try {
            Awaitility.await("the first scrape")
                    .atMost(SystemUnderTest.PATIENCE)
                    .ignoreExceptions()
                    .until(() -> prometheus.answers("up == 1"));
        } catch (RuntimeException e) {
            prometheus.close();
            throw new IllegalStateException("Prometheus does not scrape:\n" + process.output(), e);
        }
        return prometheus;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Whether a query gives at least one number that is one. */
    boolean answers(String query) {
        JsonNode answer = get("/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        if (!answer.path("status").asText().equals("success")) {
            throw new IllegalArgumentException(
                    query + ": " + answer.path("error").asText());
        }
        for (JsonNode series : answer.at("/data/result")) {
            if (!series.path("value").path(1).asText().equals("NaN")) {
                return true;
            }
        }
        return false;
    }

    /** Names of all metrics that were scraped or computed. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        get("/api/v1/label/__name__/values").path("data").forEach(name -> names.add(name.asText()));
        return names;
    }

    /** Every rule, as it was read and with how it fared. */
    List<JsonNode> rules() {
        List<JsonNode> rules = new ArrayList<>();
        get("/api/v1/rules").at("/data/groups").forEach(group -> group.path("rules")
                .forEach(rules::add));
        return rules;
    }

    private JsonNode get(String path) {
        return Answer.get(url + path).json();
    }

    @Override
    public void close() {
        process.close();
    }
}
