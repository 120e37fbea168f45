package com.footstone.audit.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.fabric8.kubernetes.api.model.networking.v1.Ingress;

import static org.assertj.core.api.Assertions.assertThat;

/** What the guide to production has its reader write and name, is good. */
class InstallationGuideTest {

    private static final Path ROOT = Path.of("..");
    private static final Path GUIDE = ROOT.resolve("docs/deployment/production-deployment.md");
    private static final Pattern VALUES = Pattern.compile("(?s)```yaml\\n(.*?)```");
    private static final Pattern CHARTS_PATH = Pattern.compile("kubernetes/(?:chart|manifests)[\\w./-]*\\w");

    @TempDir
    Path folder;

    @Test
    void itsValuesInstallWithEverySize() throws IOException {
        Matcher block = VALUES.matcher(Files.readString(GUIDE));
        assertThat(block.find()).isTrue();
        Path values = Files.writeString(folder.resolve("values.yaml"), block.group(1));

        assertThat(Chart.sizes()).hasSize(4).allSatisfy(size -> assertThat(
                        Chart.plain().with(size).with(values).render().all(Ingress.class))
                .hasSize(1));
    }

    @Test
    void itNamesFilesThatAreThere() throws IOException {
        List<String> named = CHARTS_PATH
                .matcher(Files.readString(GUIDE))
                .results()
                .map(MatchResult::group)
                .toList();

        assertThat(named).isNotEmpty().allSatisfy(path -> assertThat(ROOT.resolve(path))
                .exists());
    }
}
