package com.footstone.audit.checking.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.footstone.audit.checking.Judge;
import com.footstone.audit.checking.Rule;
import com.footstone.audit.checking.SampleEvent;
import com.footstone.audit.checking.Thresholds;
import com.footstone.audit.config.ConfigurationException;
import com.footstone.audit.config.MapConfig;
import com.footstone.audit.config.Setting;
import com.footstone.audit.model.Finding;
import com.footstone.audit.model.StatementKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RuleJarsTest {

    private static final String LOADED = LoadedRule.class.getName();

    private final RuleThreads threads = new RuleThreads();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        threads.close();
    }

    private RuleJars.Reading read(Path path) {
        return RuleJars.read(path, Set.of(), new Guards(GuardSettings.defaults(), threads, threads));
    }

    private Path jar(String name, String rule, boolean whole) throws IOException {
        return new JarFolder(folder).jar(name, rule, whole);
    }

    private static Finding finding(List<Rule> rules, String... settings) {
        Judge judge = new Judge(rules, Thresholds.from(MapConfig.of(settings)));
        return judge.judge(List.of(SampleEvent.of(StatementKind.SELECT).build()))
                .verdicts()
                .get(0)
                .findings()
                .get(0);
    }

    @Test
    void aRuleInAJarIsOneOfOurs() throws IOException {
        jar("rules.jar", LOADED, true);

        RuleJars.Reading reading = read(folder);

        assertThat(reading.faults()).isEmpty();
        assertThat(reading.rules()).singleElement().satisfies(rule -> {
            assertThat(rule.info().id()).isEqualTo("LoadedRule");
            assertThat(rule.settings())
                    .extracting(Setting::key)
                    .containsExactly(
                            "checker.loadedRule.enabled",
                            "checker.loadedRule.rows",
                            "checker.loadedRule.took",
                            "checker.loadedRule.strict",
                            "checker.loadedRule.tables");
        });
        assertThat(finding(reading.rules()).rule()).isEqualTo("LoadedRule");
    }

    @Test
    void itsThresholdsAreSetLikeAllOthers() throws IOException {
        List<Rule> rules = read(jar("rules.jar", LOADED, true)).rules();

        assertThat(finding(rules).evidence()).containsEntry("values", "10 PT2S false [payroll, bonus]");
        assertThat(finding(
                                rules,
                                "checker.loadedRule.rows",
                                "7",
                                "checker.loadedRule.took",
                                "PT3S",
                                "checker.loadedRule.strict",
                                "true",
                                "checker.loadedRule.tables",
                                "a, b")
                        .evidence())
                .containsEntry("values", "7 PT3S true [a, b]");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> rules.get(0).verify(MapConfig.of("checker.loadedRule.rows", "101")))
                .withMessageContaining("checker.loadedRule.rows is '101'; it must be 1 to 100 rows");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> rules.get(0).verify(MapConfig.of("checker.loadedRule.rows", "13")))
                .withMessageContaining("13 rows bring bad luck; choose another number");
        rules.get(0).verify(MapConfig.of("checker.loadedRule.rows", "13", "checker.loadedRule.enabled", "false"));
    }

    @Test
    void itSeesNothingOfTheServiceButWhatItIsWrittenAgainst() throws IOException {
        List<Rule> rules = read(jar("rules.jar", LOADED, true)).rules();

        assertThat(finding(rules).evidence()).containsEntry("seesTheService", "false");
    }

    @Test
    void aJarThatCannotBeUsedIsNamedWithTheReason() throws IOException {
        Path lacking = jar("1-lacking.jar", LOADED, false);
        Path broken = jar("2-broken.jar", BrokenJarRule.class.getName(), true);
        Path text = Files.writeString(folder.resolve("3-text.jar"), "no jar");
        Path empty = folder.resolve("4-empty.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(empty))) {
            out.putNextEntry(new ZipEntry("a"));
        }

        RuleJars.Reading reading = read(folder);

        assertThat(reading.rules()).isEmpty();
        assertThat(reading.faults()).hasSize(4);
        assertThat(reading.faults().get(0))
                .startsWith(lacking + " has a rule that cannot be made")
                .contains(LOADED);
        assertThat(reading.faults().get(1))
                .startsWith(broken + " has a rule that cannot be made")
                .contains("a defect");
        assertThat(reading.faults().get(2)).startsWith(text + " cannot be read as a jar");
        assertThat(reading.faults().get(3)).startsWith(empty + " names no rule");
    }

    @Test
    void noTwoRulesShareAName() throws IOException {
        jar("1.jar", LOADED, true);
        Path second = jar("2.jar", LOADED, true);

        assertThat(read(folder).faults())
                .containsExactly(second + ", rule LoadedRule: id is that of another rule; choose another");
    }

    @Test
    void aFolderMayHoldNoJarButMustBeThere() throws IOException {
        Files.writeString(folder.resolve("README.txt"), "no jar");

        assertThat(read(folder)).isEqualTo(new RuleJars.Reading(List.of(), List.of(), List.of()));
        assertThat(read(folder.resolve("gone")).faults())
                .singleElement()
                .asString()
                .contains("gone cannot be read as a jar");
    }

    @Test
    void besideOthersItIsAskedWhetherItTakesItsOwnThresholds() throws IOException {
        Path jar = jar("rules.jar", RefusingRule.class.getName(), true);

        assertThat(RuleJars.readBeside(List.of(), jar).faults())
                .singleElement()
                .asString()
                .startsWith(jar + ", rule RefusingRule: ")
                .contains("none is good enough");
    }
}
