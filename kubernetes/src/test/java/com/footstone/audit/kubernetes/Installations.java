package com.footstone.audit.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;

/** Installations that the chart must be good for: the least one, the four sizes, and each switch thrown. */
final class Installations {

    /** What has no default, as somebody might set it. */
    private static final Map<String, Object> SETTINGS = Map.of(
            "kafka.bootstrap.servers", "kafka:9092",
            "postgres.url", "jdbc:postgresql://postgres:5432/audit",
            "postgres.user", "audit",
            "clickhouse.url", "jdbc:clickhouse://clickhouse:8123/audit",
            "clickhouse.user", "audit",
            "mp.jwt.verify.issuer", "https://auth.example.com",
            "mp.jwt.verify.publickey.location", "https://auth.example.com/jwks");

    /** No secret of anybody: nothing could be decrypted or signed with it. */
    private static final Map<String, Object> SECRETS = Map.of(
            "postgresPassword", "only-in-this-test-1",
            "clickhousePassword", "only-in-this-test-2",
            "keystorePassword", "only-in-this-test-3",
            "evidenceKey", "-----BEGIN PRIVATE KEY-----\nonly in this test\n-----END PRIVATE KEY-----\n");

    /** One value other than the chart's own. */
    private record Switch(Object value, List<String> path) {

        @Override
        public String toString() {
            return String.join(".", path) + "=" + value;
        }

        Chart thrown(Chart chart) {
            return chart.with(value, path.toArray(String[]::new));
        }
    }

    private static Switch to(Object value, String... path) {
        return new Switch(value, List.of(path));
    }

    private static final List<Switch> SWITCHES = List.of(
            to(false, "intake", "enabled"),
            to(false, "api", "enabled"),
            to(false, "migration", "enabled"),
            to(false, "networkPolicy", "enabled"),
            to(false, "intake", "dumps", "enabled"),
            to(true, "intake", "autoscaling", "enabled"),
            to(true, "api", "autoscaling", "enabled"),
            to(true, "api", "canary", "enabled"),
            to(true, "spread", "strict"),
            to(true, "namespace", "create"),
            to(true, "quota", "enabled"),
            to(true, "limitRange", "enabled"),
            to(true, "monitoring", "serviceMonitor", "enabled"),
            to(true, "monitoring", "rules", "enabled"),
            to(true, "monitoring", "dashboards", "enabled"),
            to(true, "monitoring", "alertmanager", "enabled"),
            to("held-elsewhere", "secrets", "existing"),
            to("held-elsewhere", "secrets", "certificates"),
            to("held-elsewhere", "rules", "declared"),
            to("held-elsewhere", "rules", "jars"),
            to("held-elsewhere", "schemas", "existing"),
            to("http://collector:4317", "settings", "otel.exporter.otlp.endpoint"),
            to("-XX:MaxRAMPercentage=60", "intake", "javaOptions"),
            to(List.of("registry-login"), "image", "pullSecrets"),
            to("sha256:" + "0123456789abcdef".repeat(4), "image", "digest"),
            to(Map.of("disk", "fast"), "nodeSelector"));

    private Installations() {}

    /** The least that can be installed. */
    static Chart least() {
        return Chart.plain().with(SETTINGS, "settings").with(SECRETS, "secrets");
    }

    /** All of them, by name. */
    static Stream<Named<Chart>> all() {
        Stream<Named<Chart>> sizes =
                Chart.sizes().stream().map(file -> Named.of(file.getFileName().toString(), least().with(file)));
        Stream<Named<Chart>> switched = SWITCHES.stream().map(one -> Named.of(one.toString(), one.thrown(least())));
        Stream<Named<Chart>> others = Stream.of(
                Named.of("least", least()), Named.of("everything", everything()), Named.of("ingress", withIngress()));
        return Stream.of(others, sizes, switched).flatMap(charts -> charts);
    }

    private static Chart withIngress() {
        return least().with(Map.of("enabled", true, "host", "audit.example.com", "tlsSecret", "audit-tls"), "ingress");
    }

    /** As much at once as goes together. */
    static Chart everything() {
        Chart chart = withIngress().with(5000, "intake", "autoscaling", "lag");
        for (Switch one : SWITCHES) {
            if (Boolean.TRUE.equals(one.value())) {
                chart = one.thrown(chart);
            }
        }
        return chart;
    }
}
