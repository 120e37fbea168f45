package com.footstone.audit.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HotValuesTest {

    private static final Setting<Integer> LOW = Setting.of(
                    "audit.trial.low", ValueType.integer(0, 100, ""), "10", "Low")
            .hot();
    private static final Setting<Integer> HIGH = Setting.of(
                    "audit.trial.high", ValueType.integer(0, 100, ""), "20", "High")
            .hot();
    private static final Setting<Integer> COLD =
            Setting.of("audit.trial.cold", ValueType.integer(0, 100, ""), "30", "Read at start");

    /** Two settings that depend on each other, and one that does not change. */
    private static final SettingsSource SOURCE = new SettingsSource() {
        @Override
        public List<Setting<?>> settings() {
            return List.of(LOW, HIGH, COLD);
        }

        @Override
        public void verify(Config config) {
            if (LOW.read(config) > HIGH.read(config)) {
                throw new ConfigurationException(LOW.key(), "is above " + HIGH.key());
            }
        }
    };

    @TempDir
    Path folder;

    private HotValues values;

    @BeforeEach
    void begin() {
        values = begun(folder);
    }

    private static HotValues begun(Path folder) {
        Config below = MapConfig.of(LOW.key(), "11", COLD.key(), "31");
        return new HotValues(below, new KnownSettings(List.of(SOURCE)), new SettingsFolder(folder));
    }

    @Test
    void whatTheFolderHoldsCountsBeforeAllElse() throws IOException {
        assertThat(LOW.read(values.config())).isEqualTo(11);
        write(LOW, "12\n");

        values.look();

        assertThat(LOW.read(values.config())).isEqualTo(12);
        EffectiveSetting shown = EffectiveSetting.of(LOW, values.config());
        assertThat(shown.value()).contains("12");
        assertThat(shown.source()).contains(HotValues.SOURCE);
    }

    @Test
    void whatIsTakenAwayCountsNoMore() throws IOException {
        write(LOW, "12");
        write(HIGH, "50");
        values.look();
        Files.delete(folder.resolve(LOW.key()));
        Files.writeString(folder.resolve(HIGH.key()), "");

        values.look();

        assertThat(LOW.read(values.config())).isEqualTo(11);
        assertThat(HIGH.read(values.config())).isEqualTo(20);
    }

    @Test
    void whatTheFolderHoldsAtTheStartCountsFromTheStart() throws IOException {
        write(LOW, "13");

        assertThat(LOW.read(begun(folder).config())).isEqualTo(13);
    }

    @Test
    void aValueThatCannotBeUsedChangesNothing() throws IOException {
        write(LOW, "12");
        values.look();
        write(LOW, "many");
        write(HIGH, "99");

        values.look();

        assertThat(LOW.read(values.config())).isEqualTo(12);
        assertThat(HIGH.read(values.config())).isEqualTo(20);
        assertThat(values.refusal()).hasValueSatisfying(why -> assertThat(why).contains(LOW.key(), "many"));
    }

    @Test
    void neitherDoValuesThatDoNotGoTogether() throws IOException {
        write(LOW, "60");

        values.look();

        assertThat(LOW.read(values.config())).isEqualTo(11);
        assertThat(values.refusal()).contains(LOW.key() + " is above " + HIGH.key());
    }

    @Test
    void whenTheyAreCorrectedAllHold() throws IOException {
        write(LOW, "60");
        values.look();
        write(HIGH, "70");

        values.look();

        assertThat(LOW.read(values.config())).isEqualTo(60);
        assertThat(values.refusal()).isEmpty();
    }

    @Test
    void aSettingThatIsReadAtStartAloneStaysAsItWas() throws IOException {
        write(COLD, "99");
        Files.writeString(folder.resolve("..data"), "the cluster's own");
        Files.createDirectory(folder.resolve("audit.trial.folder"));

        values.look();

        assertThat(COLD.read(values.config())).isEqualTo(31);
        assertThat(values.refusal()).isEmpty();
    }

    @Test
    void aFolderThatIsGoneChangesNothingUntilItIsBack() throws IOException {
        write(LOW, "12");
        values.look();
        Path elsewhere = Files.move(folder, folder.resolveSibling(folder.getFileName() + "-gone"));

        values.look();

        assertThat(LOW.read(values.config())).isEqualTo(12);
        assertThat(values.refusal()).isPresent();

        Files.move(elsewhere, folder);
        values.look();

        assertThat(values.refusal()).isEmpty();
    }

    @Test
    void aFolderThatIsNoneIsRefusedByItsKey() {
        assertThatThrownBy(() -> begun(folder.resolve("nowhere")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("audit.settings.folder")
                .hasMessageContaining("AUDIT_SETTINGS_FOLDER");
    }

    @Test
    void aSecretDoesNotChangeWhileTheServiceRuns() {
        Setting<String> secret = Setting.secret("audit.trial.secret", "A password");

        assertThatThrownBy(secret::hot).isInstanceOf(IllegalStateException.class);
    }

    private void write(Setting<?> setting, String text) throws IOException {
        Files.writeString(folder.resolve(setting.key()), text);
    }
}
