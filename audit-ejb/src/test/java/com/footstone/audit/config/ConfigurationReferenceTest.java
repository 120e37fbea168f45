package com.footstone.audit.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds {@code docs/configuration.md} against the settings in the code; {@code -Dupdate.docs=true} rewrites it. */
class ConfigurationReferenceTest {

    private static final Path PAGE = Path.of("..", "docs", "configuration.md");

    private static final String HEAD = """
            # Configuration

            Every key that the service reads. Set a key as an environment variable, or in any other MicroProfile Config \
            source; what the server itself reads (addresses and users of the stores, pools, ports, key store, Admin Center) is \
            taken from environment variables only. A value out of range stops the start and names the key; an unknown key under \
            `checker.`, `audit.` or `kafka.` is reported at start. Durations may also be written as ISO-8601 (`PT1.5S`, `P90D`).

            What is marked *hot* may change while the service runs: by a file of that name in the folder that \
            `audit.settings.folder` names, which counts before every other source. A change holds within five seconds, unless a \
            value in the folder cannot be used, or a file is empty that needs one: then all stays as it was, the log and \
            `GET /api/v1/configuration` name the key, and `audit_settings_refused` is 1. [Why the others are not](adr/0017-hot-settings.md).

            This page is generated from the code: `mvn test -pl audit-ejb -Dtest=ConfigurationReferenceTest -Dupdate.docs=true`.

            | Key | Environment variable | Type | Default | Accepts | Meaning |
            |---|---|---|---|---|---|
            """;

    @Test
    void everySettingIsDocumentedAsItIs() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        new KnownSettings(sources()).all().forEach(setting -> page.append(row(setting)));
        if (Boolean.getBoolean("update.docs")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).exists().content().isEqualTo(page.toString());
    }

    private static String row(Setting<?> setting) {
        String secret = setting.secret() ? " Secret: never shown." : setting.isHot() ? " *Hot.*" : "";
        String standard = setting.defaultText()
                .map(text -> text.isEmpty() ? "none" : "`" + text + "`")
                .orElse("required");
        return "| `%s` | `%s` | %s | %s | %s | %s%s |%n"
                .formatted(
                        setting.key(),
                        setting.environmentVariable(),
                        setting.type().name(),
                        standard,
                        setting.type().range(),
                        setting.meaning(),
                        secret);
    }

    /** The same classes that CDI finds in the server. */
    private static List<SettingsSource> sources() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("com.footstone.audit")
                        .stream()
                        .filter(type -> type.isAssignableTo(SettingsSource.class))
                        .filter(type ->
                                type.isAnnotatedWith(ApplicationScoped.class) || type.isAnnotatedWith(Dependent.class))
                        .map(ConfigurationReferenceTest::instance)
                        .toList();
    }

    private static SettingsSource instance(JavaClass type) {
        try {
            var constructor = type.reflect().getDeclaredConstructor();
            constructor.setAccessible(true);
            return (SettingsSource) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.getName() + " must have a constructor without parameters", e);
        }
    }
}
