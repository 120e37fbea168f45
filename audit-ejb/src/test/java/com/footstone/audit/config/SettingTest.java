package com.footstone.audit.config;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.model.Severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SettingTest {

    private static final Setting<Integer> THREADS =
            Setting.of("kafka.consumer.concurrency", ValueType.integer(1, 64, "threads"), "3", "How many.");
    private static final Setting<Duration> SLOW = Setting.of(
            "checker.slowQuery.threshold", ValueType.duration(ChronoUnit.MILLIS, 1, 86_400_000), "1000", "How slow.");
    private static final Setting<String> PASSWORD = Setting.secret("audit.clickhouse.password", "Lets us in.");

    @Test
    void usesTheDefaultWhenNothingOrOnlyBlanksAreSet() {
        assertThat(THREADS.read(MapConfig.of())).isEqualTo(3);
        assertThat(THREADS.read(MapConfig.of(THREADS.key(), "  "))).isEqualTo(3);
        assertThat(PASSWORD.read(MapConfig.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "64, 64", "' 8 ', 8"})
    void readsWholeNumbersUpToAndIncludingTheBounds(String text, int expected) {
        assertThat(THREADS.read(MapConfig.of(THREADS.key(), text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65", "-1", "3.5", "three", "99999999999999999999", "4294967297", "3;", "0x10"})
    void refusesNumbersOutOfRangeWithKeyValueRangeAndVariable(String text) {
        assertThatThrownBy(() -> THREADS.read(MapConfig.of(THREADS.key(), text)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "kafka.consumer.concurrency is '%s'; it must be 1 to 64 threads, or leave it out for 3"
                                + " (environment variable KAFKA_CONSUMER_CONCURRENCY)",
                        text);
    }

    @ParameterizedTest
    @CsvSource({"250, PT0.25S", "PT2S, PT2S", "P1D, PT24H", "pt1m, PT1M"})
    void readsDurationsAsPlainNumbersOrIso(String text, Duration expected) {
        assertThat(SLOW.read(MapConfig.of(SLOW.key(), text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "PT0S", "-PT1S", "P2D", "1s", "9223372036854775807", "PT", "P-9223372036854775807D"})
    void refusesDurationsOutOfRange(String text) {
        assertThatThrownBy(() -> SLOW.read(MapConfig.of(SLOW.key(), text)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("1 to 86400000 ms");
    }

    @Test
    void readsFlagsChoicesAndLists() {
        Setting<Boolean> flag = Setting.of("audit.flag", ValueType.flag(), "true", "On or off.");
        Setting<Severity> choice = Setting.of("audit.choice", ValueType.choice(Severity.class), "LOW", "Which.");
        Setting<List<String>> list = Setting.of("audit.list", ValueType.list(), "a", "Some.");
        MapConfig config = MapConfig.of("audit.flag", "FALSE", "audit.choice", "high", "audit.list", " b, c,,d ");

        assertThat(flag.read(config)).isFalse();
        assertThat(choice.read(config)).isEqualTo(Severity.HIGH);
        assertThat(list.read(config)).containsExactly("b", "c", "d");
    }

    @Test
    void refusesAFlagThatIsNeitherTrueNorFalse() {
        Setting<Boolean> flag = Setting.of("audit.flag", ValueType.flag(), "true", "On or off.");

        assertThatThrownBy(() -> flag.read(MapConfig.of("audit.flag", "yes")))
                .hasMessageStartingWith("audit.flag is 'yes'; it must be true or false");
    }

    @Test
    void namesARequiredKeyThatIsMissing() {
        Setting<String> required = Setting.required("kafka.bootstrap.servers", ValueType.text(), "Where.");

        assertThatThrownBy(() -> required.read(MapConfig.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("kafka.bootstrap.servers is not set and has no default; set it to text");
    }

    @Test
    void neverRepeatsASecret() {
        String tooLong = "hunter2".repeat(10_000);

        assertThatThrownBy(() -> PASSWORD.read(MapConfig.of(PASSWORD.key(), tooLong)))
                .hasMessageStartingWith("audit.clickhouse.password has a value that is not accepted")
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }

    @Test
    void aDefaultOutsideTheRangeCannotBeDeclared() {
        assertThatThrownBy(() -> Setting.of("audit.x", ValueType.integer(1, 2, ""), "3", "Wrong."))
                .isInstanceOf(ConfigurationException.class);
    }
}
