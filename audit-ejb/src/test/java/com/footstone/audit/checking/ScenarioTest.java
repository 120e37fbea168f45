package com.footstone.audit.checking;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.footstone.audit.model.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs every file under {@code scenarios}: events in, findings of all shipped rules out. Its README has the format. */
class ScenarioTest {

    private static final Path SCENARIOS = Path.of("src", "test", "resources", "scenarios");

    static List<Path> scenarios() throws IOException {
        try (Stream<Path> files = Files.walk(SCENARIOS)) {
            return files.filter(file -> file.toString().endsWith(".properties"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void findsWhatTheScenarioExpects(Path file) throws IOException {
        Scenario scenario = Scenario.of(read(file));

        List<Verdict> verdicts = new Judge(ShippedRules.ALL, Thresholds.from(scenario.settings()))
                .judge(scenario.batch())
                .verdicts();

        int last = verdicts.size() - 1;
        assertThat(Scenario.findings(verdicts.get(last))).isEqualTo(scenario.expected());
        assertThat(verdicts.get(last).unchecked()).isEqualTo(scenario.unchecked());
        assertThat(verdicts.subList(0, last)).allMatch(Verdict::clean);
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
