package com.footstone.audit.checking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.footstone.audit.config.Setting;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the pages under {@code docs/rules} against the rules. */
class RulePagesTest {

    private static final Path PAGES = Path.of("..", "docs", "rules");

    private static final Set<String> OTHERS = Set.of("README", "own-rules");

    static Stream<RuleInfo> rules() {
        return ShippedRules.ALL.stream().map(Rule::info);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyPageSaysWhatItsRuleIs(RuleInfo rule) throws IOException {
        String page = Files.readString(PAGES.resolve(rule.id() + ".md"));

        assertThat(page)
                .startsWith("# %s: %s%n%n%s%n%n- Severity: %s%n- Category: %s%n%n"
                        .formatted(rule.id(), rule.title(), rule.summary(), rule.severity(), rule.category()))
                .contains("## Why", "## Example", "## Fix", "## False positives")
                .endsWith("## Settings%n%n| Key | Default | Accepts | Meaning |%n|---|---|---|---|%n%s"
                        .formatted(rows(rule)));
    }

    @Test
    void noPageIsAboutARuleThatDoesNotExist() throws IOException {
        Set<String> ids = rules().map(RuleInfo::id).collect(Collectors.toSet());
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString().replace(".md", ""))
                            .filter(name -> !OTHERS.contains(name)))
                    .containsExactlyInAnyOrderElementsOf(ids);
        }
    }

    @Test
    void theIndexNamesEveryRule() throws IOException {
        String index = Files.readString(PAGES.resolve("README.md"));

        rules().forEach(rule -> assertThat(index)
                .contains(
                        "| [%s](%s.md) | %s | %s |".formatted(rule.id(), rule.id(), rule.severity(), rule.summary())));
    }

    /** Where there is no CDI, as on a terminal, rules are found by the service file. */
    @Test
    void theServiceFileNamesEveryRule() {
        assertThat(ServiceLoader.load(Rule.class).stream().map(ServiceLoader.Provider::type))
                .containsExactlyInAnyOrderElementsOf(
                        ShippedRules.ALL.stream().map(Rule::getClass).toList());
    }

    private static String rows(RuleInfo rule) {
        return rule.settings().stream().map(RulePagesTest::row).collect(Collectors.joining());
    }

    private static String row(Setting<?> setting) {
        String standard = setting.defaultText().orElseThrow();
        return "| `%s` | %s | %s | %s |%n"
                .formatted(
                        setting.key(),
                        standard.isEmpty() ? "none" : "`" + standard + "`",
                        setting.type().range(),
                        setting.meaning());
    }
}
