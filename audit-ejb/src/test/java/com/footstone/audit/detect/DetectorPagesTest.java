package com.footstone.audit.detect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.footstone.audit.checking.RuleInfo;
import com.footstone.audit.config.Setting;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the pages under {@code docs/detectors} against the detectors. */
class DetectorPagesTest {

    private static final Path PAGES = Path.of("..", "docs", "detectors");

    /** The detectors that CDI finds in the server, found the same way: by being there. */
    private static final List<RuleInfo> ALL = new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("com.footstone.audit.detect")
                    .stream()
                    .filter(type -> type.isAssignableTo(Detector.class) && !type.isInterface())
                    .map(DetectorPagesTest::info)
                    .toList();

    private static RuleInfo info(JavaClass type) {
        try {
            return ((Detector) type.reflect().getConstructor().newInstance()).info();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.getName() + " must have a public constructor without parameters", e);
        }
    }

    static Stream<RuleInfo> detectors() {
        return ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void everyPageSaysWhatItsDetectorIs(RuleInfo detector) throws IOException {
        String page = Files.readString(PAGES.resolve(detector.id() + ".md"));

        assertThat(page)
                .startsWith("# %s: %s%n%n%s%n%n- Severity: %s%n- Category: %s%n%n"
                        .formatted(
                                detector.id(),
                                detector.title(),
                                detector.summary(),
                                detector.severity(),
                                detector.category()))
                .contains("## Why", "## Example", "## What to do", "## False positives")
                .endsWith("## Settings%n%n| Key | Default | Accepts | Meaning |%n|---|---|---|---|%n%s"
                        .formatted(rows(detector)));
    }

    @Test
    void noPageIsAboutADetectorThatDoesNotExist() throws IOException {
        Set<String> ids = detectors().map(RuleInfo::id).collect(Collectors.toSet());
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString().replace(".md", ""))
                            .filter(name -> !name.equals("README")))
                    .containsExactlyInAnyOrderElementsOf(ids);
        }
    }

    @Test
    void theIndexNamesEveryDetector() throws IOException {
        String index = Files.readString(PAGES.resolve("README.md"));

        detectors().forEach(detector -> assertThat(index)
                .contains("| [%s](%s.md) | %s | %s |"
                        .formatted(detector.id(), detector.id(), detector.severity(), detector.summary())));
    }

    private static String rows(RuleInfo detector) {
        return detector.settings().stream().map(DetectorPagesTest::row).collect(Collectors.joining());
    }

    private static String row(Setting<?> setting) {
        return "| `%s` | `%s` | %s | %s |%n"
                .formatted(
                        setting.key(),
                        setting.defaultText().orElseThrow(),
                        setting.type().range(),
                        setting.meaning());
    }
}
