package com.footstone.audit.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.marcnuri.helm.DryRun;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;

/**
 * The chart with values of somebody's choice, as Helm sees it. Immutable.
 *
 * @param values what is set beside the chart's own values
 */
record Chart(Map<String, Object> values) {

    /** The chart's folder; tests run in the module's. */
    static final Path FOLDER = Path.of("chart");

    static final String RELEASE = "sql-audit";
    static final String NAMESPACE = "sql-audit";

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** The chart as it is. */
    static Chart plain() {
        return new Chart(Map.of());
    }

    /** The same with the values of a file on top. */
    Chart with(Path file) {
        return new Chart(merged(values, read(file)));
    }

    /**
     * The same with one more value.
     *
     * @param path names of the value and of what it is in, from the outermost; they may hold dots
     */
    Chart with(Object value, String... path) {
        Object tree = value;
        for (int i = path.length - 1; i >= 0; i--) {
            Map<String, Object> outer = new LinkedHashMap<>();
            outer.put(path[i], tree);
            tree = outer;
        }
        return new Chart(merged(values, asMap(tree)));
    }

    /**
     * What Helm makes of it.
     *
     * @throws IllegalStateException with Helm's message if it refuses
     */
    Rendered render() {
        return render("1.31.0");
    }

    /**
     * The same for a cluster of some version. Hooks are among what is rendered: Helm as a library keeps them to itself, so
     * it gets a copy in which they are none.
     */
    Rendered render(String kubernetesVersion) {
        return render(RELEASE, kubernetesVersion);
    }

    /** The same under a name that the release has. */
    Rendered renderAs(String release) {
        return render(release, "1.31.0");
    }

    private Rendered render(String release, String kubernetesVersion) {
        Path scratch = temporaryFolder();
        try {
            Path copy = copy(scratch, text -> text.replace("helm.sh/hook", "helm.sh.test/hook"));
            Path file = scratch.resolve("values.yaml");
            YAML.writeValue(file.toFile(), values);
            return Rendered.of(new Helm(copy)
                    .template()
                    .withName(release)
                    .withNamespace(NAMESPACE)
                    .withKubeVersion(kubernetesVersion)
                    .withValuesFile(file)
                    .call());
        } catch (IOException e) {
            throw new UncheckedIOException("The chart cannot be copied", e);
        } finally {
            delete(scratch);
        }
    }

    /**
     * Why Helm does not upgrade to it in a cluster that can be asked and takes nothing.
     *
     * @param kubeConfig where the cluster is
     */
    String refusalBy(String kubeConfig) {
        Path scratch = temporaryFolder();
        try {
            Path file = scratch.resolve("values.yaml");
            YAML.writeValue(file.toFile(), values);
            new Helm(FOLDER)
                    .upgrade()
                    .withName(RELEASE)
                    .withNamespace(NAMESPACE)
                    .withValuesFile(file)
                    .withKubeConfigContents(kubeConfig)
                    .withDryRunOption(DryRun.SERVER)
                    .call();
            throw new AssertionError("Helm finds nothing wrong with a cluster that takes nothing");
        } catch (IllegalStateException e) {
            return e.getMessage();
        } catch (IOException e) {
            throw new UncheckedIOException("The values cannot be written", e);
        } finally {
            delete(scratch);
        }
    }

    /** What Helm finds wrong with it when strict; Helm's lint knows only the values within a chart, so it gets a copy. */
    LintResult lint(Path scratch) {
        try {
            Path copy = copy(scratch, text -> text);
            Path own = copy.resolve("values.yaml");
            YAML.writeValue(own.toFile(), merged(read(own), values));
            return new Helm(copy).lint().strict().call();
        } catch (IOException e) {
            throw new UncheckedIOException("The chart cannot be copied", e);
        }
    }

    private static Path copy(Path folder, UnaryOperator<String> change) throws IOException {
        Path copy = folder.resolve("sql-audit");
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                Path target = copy.resolve(FOLDER.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.writeString(target, change.apply(Files.readString(file)));
                }
            }
        }
        return copy;
    }

    private static Map<String, Object> read(Path file) {
        try {
            return YAML.readValue(file.toFile(), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("chart-");
        } catch (IOException e) {
            throw new UncheckedIOException("There is nowhere to copy the chart to", e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be deleted", e);
        }
    }

    private static Map<String, Object> merged(Map<String, Object> lower, Map<String, Object> upper) {
        Map<String, Object> result = new LinkedHashMap<>(lower);
        upper.forEach((name, value) -> result.merge(
                name,
                value,
                (old, fresh) -> old instanceof Map && fresh instanceof Map ? merged(asMap(old), asMap(fresh)) : fresh));
        return result;
    }

    @SuppressWarnings("unchecked") // Names in YAML are texts.
    private static Map<String, Object> asMap(Object tree) {
        return (Map<String, Object>) tree;
    }

    /** The value files for the four sizes of an installation. */
    static List<Path> sizes() {
        try (Stream<Path> files = Files.list(FOLDER.resolve("sizes"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The sizes cannot be listed", e);
        }
    }
}
