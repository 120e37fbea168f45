package com.footstone.audit.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Secret;

import static org.assertj.core.api.Assertions.assertThat;

/** Each variable that the chart sets is one that the program reads, and each key of the program can be set. */
class SettingsTest {

    private static final Path SCHEMA = Chart.FOLDER.resolve("values.schema.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Decided by the chart, which has the ports in its Services, probes and policies. */
    private static final Set<String> THE_CHARTS = Set.of(
            "admin.port",
            "audit.api.enabled",
            "audit.evidence.key.location",
            "audit.intake.enabled",
            "audit.schema.migration",
            "audit.settings.folder",
            "http.host",
            "http.port",
            // In a cluster, TLS is the ingress's.
            "https.port",
            "management.port",
            "public.port");

    /** Read by the program's Java. */
    private static final String JAVA_OPTIONS = "JDK_JAVA_OPTIONS";

    private static Stream<Documented> settable() {
        return Documented.keys().stream().filter(key -> !key.secret() && !THE_CHARTS.contains(key.key()));
    }

    /** {@code -Dupdate.manifests=true} rewrites that part of the schema. */
    @Test
    void theSchemaKnowsEveryKeyOfTheProgramAndNoOther() throws IOException {
        ObjectNode schema = (ObjectNode) JSON.readTree(SCHEMA.toFile());
        ObjectNode expected = JSON.createObjectNode();
        settable().forEach(key -> expected.putObject(key.key())
                .put("description", key.meaning())
                .putPOJO(
                        "type",
                        JSON.createArrayNode().add("string").add("integer").add("boolean")));
        ObjectNode settings = (ObjectNode) schema.at("/properties/settings");
        if (Boolean.getBoolean("update.manifests")) {
            settings.set("properties", expected);
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            Files.writeString(
                    SCHEMA,
                    JSON.writer(new DefaultPrettyPrinter()
                                            .withObjectIndenter(indenter)
                                            .withArrayIndenter(indenter))
                                    .writeValueAsString(schema)
                            + "\n");
        }

        assertThat(settings.get("properties").toString()).isEqualTo(expected.toString());
    }

    @Test
    void everyKeyThatIsSetReachesThePodsUnderItsVariable() {
        Chart chart = Installations.least();
        for (Documented key : settable().toList()) {
            chart = chart.with("value of " + key.key(), "settings", key.key());
        }

        assertThat(chart.render().all(ConfigMap.class).get(0).getData())
                .containsAllEntriesOf(settable()
                        .filter(key -> !key.hot())
                        .collect(Collectors.toMap(Documented::variable, key -> "value of " + key.key())));
        assertThat(hotSettings(chart.render()))
                .isEqualTo(settable()
                        .filter(Documented::hot)
                        .collect(Collectors.toMap(Documented::key, key -> "value of " + key.key())));
    }

    /** {@code -Dupdate.manifests=true} rewrites the list. */
    @Test
    void theChartKnowsWhatMayChangeWhileTheServiceRuns() throws IOException {
        String expected =
                settable().filter(Documented::hot).map(key -> key.key() + "\n").collect(Collectors.joining());
        Path list = Chart.FOLDER.resolve("files/hot-settings.txt");
        if (Boolean.getBoolean("update.manifests")) {
            Files.writeString(list, expected);
        }

        assertThat(list).hasContent(expected);
    }

    @Test
    void whatMayChangeWhileTheServiceRunsReplacesNoPod() {
        Chart chart = Installations.least().with(true, "settings", "audit.enabled");
        Chart changed = chart.with(false, "settings", "audit.enabled");
        Chart otherwise = chart.with("other-events", "settings", "kafka.topic");

        assertThat(changed.render().pods()).isEqualTo(chart.render().pods());
        assertThat(hotSettings(changed.render())).containsEntry("audit.enabled", "false");
        assertThat(otherwise.render().pods()).isNotEqualTo(chart.render().pods());
    }

    @Test
    void anEmptyValueCountsAsNotSet() {
        Chart chart = Installations.least().with("", "settings", "audit.metrics.tenants");

        assertThat(hotSettings(chart.render())).doesNotContainKey("audit.metrics.tenants");
    }

    private static Map<String, String> hotSettings(Rendered rendered) {
        return rendered.all(ConfigMap.class).stream()
                .filter(map -> map.getMetadata().getName().equals(Chart.RELEASE + "-hot"))
                .map(ConfigMap::getData)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aLargeNumberIsWrittenOut() {
        Chart chart = Installations.least().with(16777216, "settings", "audit.analysis.cache.textBytes");

        assertThat(chart.render().all(ConfigMap.class).get(0).getData())
                .containsEntry("AUDIT_ANALYSIS_CACHE_TEXTBYTES", "16777216");
    }

    @ParameterizedTest
    @MethodSource("com.footstone.audit.kubernetes.Installations#all")
    void everyVariableIsReadByTheProgram(Chart chart) {
        Set<String> known =
                Documented.keys().stream().map(Documented::variable).collect(Collectors.toCollection(HashSet::new));
        known.add(JAVA_OPTIONS);
        Rendered rendered = chart.render();
        List<Container> service = rendered.pods().stream()
                .filter(pod -> !pod.part().equals("test"))
                .flatMap(pod -> pod.spec().getContainers().stream())
                .toList();

        assertThat(service)
                .flatExtracting(Container::getEnv)
                .extracting(EnvVar::getName)
                .isSubsetOf(known);
        assertThat(rendered.all(ConfigMap.class).stream()
                        .filter(map -> map.getMetadata().getName().equals(Chart.RELEASE)))
                .allSatisfy(map -> assertThat(map.getData().keySet()).isSubsetOf(known));
        assertThat(rendered.all(Secret.class))
                .allSatisfy(
                        secret -> assertThat(secret.getStringData().keySet()).isSubsetOf(known));
    }

    @Test
    void everySecretOfTheProgramCanBeInTheSecret() {
        Set<String> held = Installations.least()
                .render()
                .all(Secret.class)
                .get(0)
                .getStringData()
                .keySet();
        Set<String> secrets = Documented.keys().stream()
                .filter(Documented::secret)
                .map(Documented::variable)
                // The Admin Center is off in the container unless a Secret of the operator's own holds this.
                .filter(variable -> !variable.equals("ADMIN_PASSWORD"))
                // So are Kafka's login and the passwords of its files: few installations have one.
                .filter(variable -> !variable.startsWith("KAFKA_"))
                .collect(Collectors.toSet());

        assertThat(held).isEqualTo(secrets);
    }
}
