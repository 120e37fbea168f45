package com.footstone.audit.config;

import java.util.Arrays;
import java.util.List;

import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KnownSettingsTest {

    private static final Setting<Long> LOW =
            Setting.of("checker.slowQuery.threshold", ValueType.count(1, 100, "ms"), "10", "Slow.");
    private static final Setting<Long> HIGH =
            Setting.of("checker.slowQuery.critical", ValueType.count(1, 100, "ms"), "50", "Very slow.");

    /** A source whose two settings must be in order. */
    private static final SettingsSource ORDERED = new SettingsSource() {
        @Override
        public List<Setting<?>> settings() {
            return List.of(LOW, HIGH);
        }

        @Override
        public void verify(Config config) {
            if (LOW.read(config) > HIGH.read(config)) {
                throw new ConfigurationException(HIGH.key(), "is below " + LOW.key());
            }
        }
    };

    private final KnownSettings known = new KnownSettings(List.of(ORDERED));

    @Test
    void acceptsDefaultsAndGoodValues() {
        assertThatCode(() -> known.verify(MapConfig.of())).doesNotThrowAnyException();
        assertThatCode(() -> known.verify(MapConfig.of(LOW.key(), "20"))).doesNotThrowAnyException();
    }

    @Test
    void namesEveryBadValueAtOnce() {
        assertThatThrownBy(() -> known.verify(MapConfig.of(LOW.key(), "0", HIGH.key(), "x")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("2 faults")
                .hasMessageContaining(LOW.key() + " is '0'")
                .hasMessageContaining(HIGH.key() + " is 'x'");
    }

    @Test
    void refusesValuesThatDoNotGoTogether() {
        assertThatThrownBy(() -> known.verify(MapConfig.of(LOW.key(), "60")))
                .hasMessage("checker.slowQuery.critical is below checker.slowQuery.threshold");
    }

    @Test
    void namesTheKeyWhoseReaderFailsOtherwiseAndNotWhatItSays() {
        ValueType<String> broken = new ValueType<>("text", "any", text -> {
            throw new IllegalStateException("quotes " + text);
        });
        Setting<String> one = Setting.required("checker.broken.text", broken, "Broken.");

        assertThatThrownBy(
                        () -> new KnownSettings(List.of(() -> List.of(one))).verify(MapConfig.of(one.key(), "hunter2")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(one.key())
                .hasMessageContaining("IllegalStateException")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void refusesTwoSettingsOfOneName() {
        Setting<Long> twin = Setting.of(LOW.key(), ValueType.count(1, 2, ""), "1", "Another.");

        assertThatThrownBy(() -> new KnownSettings(List.of(ORDERED, () -> List.of(twin))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(LOW.key());
    }

    @Test
    void reportsAMisspeltKeyWithTheNearestKnownOne() {
        assertThat(unknown("checker.slowQuery.treshold", "java.home", "checker.slowQuery.threshold"))
                .containsExactly(new UnknownKey("checker.slowQuery.treshold", "checker.slowQuery.threshold"));
    }

    @Test
    void reportsAKeyWhoseLettersAreOfTheWrongCase() {
        assertThat(unknown("checker.slowquery.critical"))
                .containsExactly(new UnknownKey("checker.slowquery.critical", "checker.slowQuery.critical"));
    }

    @Test
    void knowsEnvironmentVariablesAndTheDottedNamesGuessedFromThem() {
        assertThat(unknown("CHECKER_SLOWQUERY_THRESHOLD", "checker.slowquery.threshold"))
                .isEmpty();
    }

    @Test
    void reportsAMisspeltEnvironmentVariableOnce() {
        assertThat(unknown("CHECKER_SLOWQUERY_CRITICL", "checker.slowquery.criticl"))
                .containsExactly(new UnknownKey("CHECKER_SLOWQUERY_CRITICL", "CHECKER_SLOWQUERY_CRITICAL"));
    }

    @Test
    void leavesAloneWhatOthersSet() {
        assertThat(unknown(
                        "KAFKA_HEAP_OPTS",
                        "POSTGRES_URL",
                        "AUDIT_KAFKA_BOOTSTRAP_SERVERS",
                        "AUDIT_SERVICE_HOST",
                        "AUDIT_PORT_8090_TCP_ADDR",
                        "AUDIT_SERVICE_PORT_HTTP",
                        "auditd.path"))
                .isEmpty();
    }

    private List<UnknownKey> unknown(String... names) {
        return known.unknown(Arrays.asList(names));
    }
}
