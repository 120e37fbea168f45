package com.footstone.audit.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The manifests for those who do without Helm are what the chart renders, a file a template; {@code
 * -Dupdate.manifests=true} writes them anew.
 */
class ManifestsTest {

    private static final Path FOLDER = Path.of("manifests");
    private static final Path VALUES = Path.of("manifests.values.yaml");
    private static final Pattern DOCUMENT =
            Pattern.compile("(?ms)^---\\n# Source: sql-audit/templates/(\\S+)\\n(.*?)(?=^---\\n# Source: |\\z)");

    private static final String HEAD =
            "# Rendered from kubernetes/chart with kubernetes/manifests.values.yaml; change those.\n";

    @Test
    void theManifestsAreWhatTheChartRenders() throws IOException {
        Map<String, String> rendered = rendered();
        if (Boolean.getBoolean("update.manifests")) {
            write(rendered);
        }

        assertThat(present()).containsExactlyInAnyOrderEntriesOf(rendered);
    }

    @Test
    void theManifestsHoldNoSecret() {
        assertThat(rendered().values()).noneMatch(text -> text.contains("kind: Secret\n"));
    }

    private static Map<String, String> rendered() {
        Map<String, String> files = new TreeMap<>();
        DOCUMENT.matcher(Chart.plain().with(VALUES).render().text())
                .results()
                .filter(document -> !document.group(1).startsWith("tests/"))
                .forEach(document ->
                        files.merge(file(document), content(document), (one, next) -> one + "---\n" + next));
        files.replaceAll((name, text) -> HEAD + text);
        return files;
    }

    /** Sorted first, since it must be there before all others. */
    private static String file(MatchResult document) {
        return document.group(1).equals("namespace.yaml") ? "00-namespace.yaml" : document.group(1);
    }

    private static String content(MatchResult document) {
        return document.group(2).strip() + "\n";
    }

    private static Map<String, String> present() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(FOLDER)) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }

    private static void write(Map<String, String> files) throws IOException {
        Files.createDirectories(FOLDER);
        for (String old : present().keySet()) {
            Files.delete(FOLDER.resolve(old));
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
        }
    }
}
