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
    private static final Setting<String> TEXT =
            Setting.optional("audit.trial.text", "A text").hot();
    private static final Setting<Integer> COLD =
            Setting.of("audit.trial.cold", ValueType.integer(0, 100, ""), "30", "Read at start");

    /** Of which a value is enough to make its reader fail. */
    private static final int FATAL = 66;

    /** Two settings that depend on each other, and one that does not change. */
    private static final SettingsSource SOURCE = new SettingsSource() {
        @Override
        public List<Setting<?>> settings() {
            return List.of(LOW, HIGH, TEXT, COLD);
        }

        @Override
        public void verify(Config config) {
            if (LOW.read(config) == FATAL) {
                throw new IllegalStateException("quotes " + FATAL);
            }
            if (LOW.read(config) > HIGH.read(config)) {
                throw new ConfigurationException(LOW.key(), "is above " + HIGH.key());
            }
        }
    };

    /** What cannot change is not asked again, and may be somebody else's code. */
    private static final SettingsSource READ_AT_START = new SettingsSource() {
        private final Setting<String> jars = Setting.optional("audit.trial.jars", "Read at start");

        @Override
        public List<Setting<?>> settings() {
            return List.of(jars);
        }

        @Override
        public void verify(Config config) {
            throw new ConfigurationException(jars.key(), "is somewhere else now");
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
        Config below = MapConfig.of(LOW.key(), "11", TEXT.key(), "below", COLD.key(), "31");
        return new HotValues(below, new KnownSettings(List.of(SOURCE, READ_AT_START)), new SettingsFolder(folder));
    }

    @Test
    void whatTheFolderHoldsCountsBeforeAllElse() throws IOException {
        assertThat(LOW.read(values.config())).isEqualTo(11);
        write(LOW, "12\n");

        settle();

        assertThat(LOW.read(values.config())).isEqualTo(12);
        EffectiveSetting shown = EffectiveSetting.of(LOW, values.config());
        assertThat(shown.value()).contains("12");
        assertThat(shown.source()).contains(HotValues.SOURCE);
    }

    @Test
    void whatIsTakenAwayCountsNoMore() throws IOException {
        write(LOW, "12");
        write(HIGH, "50");
        settle();
        Files.delete(folder.resolve(LOW.key()));
        Files.delete(folder.resolve(HIGH.key()));

        settle();

        assertThat(LOW.read(values.config())).isEqualTo(11);
        assertThat(HIGH.read(values.config())).isEqualTo(20);
    }

    @Test
    void whatOneLookFindsIsNotTakenBeforeTheNextFindsItToo() throws IOException {
        write(LOW, "1");
        values.look();
        assertThat(LOW.read(values.config())).isEqualTo(11);
        write(LOW, "17");
        values.look();
        assertThat(LOW.read(values.config())).isEqualTo(11);
        values.look();
        assertThat(LOW.read(values.config())).isEqualTo(17);
    }

    @Test
    void ofTwoFilesThatChangeTogetherOneIsNotJudgedWithoutTheOther() throws IOException {
        write(LOW, "60");
        values.look();
        write(HIGH, "70");
        values.look();
        assertThat(values.refusal()).isEmpty();
        assertThat(LOW.read(values.config())).isEqualTo(11);
        values.look();
        assertThat(values.refusal()).isEmpty();
        assertThat(LOW.read(values.config())).isEqualTo(60);
        assertThat(HIGH.read(values.config())).isEqualTo(70);
    }

    @Test
    void aFileThatWasEmptyForAMomentChangesNothing() throws IOException {
        write(LOW, "12");
        settle();
        write(LOW, "");
        values.look();
        write(LOW, "12");
        settle();

        assertThat(LOW.read(values.config())).isEqualTo(12);
        assertThat(values.refusal()).isEmpty();
    }

    @Test
    void anEmptyFileIsRefusedByItsKeyWhereAValueIsNeeded() throws IOException {
        write(LOW, "12");
        settle();
        write(LOW, " \n");
        write(TEXT, "");

        settle();

        assertThat(LOW.read(values.config())).isEqualTo(12);
        assertThat(values.refusal()).hasValueSatisfying(why -> assertThat(why)
                .contains(LOW.key() + " is an empty file")
                .doesNotContain(TEXT.key()));
        assertThatThrownBy(() -> begun(folder))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(LOW.key() + " is an empty file");
    }

    @Test
    void aTextThatMayBeEmptyIsEmptiedByAnEmptyFile() throws IOException {
        assertThat(TEXT.read(values.config())).isEqualTo("below");
        write(TEXT, "");

        settle();

        assertThat(TEXT.read(values.config())).isEmpty();
        assertThat(values.refusal()).isEmpty();
    }

    @Test
    void aReaderThatFailsIsToldWithoutItsMessageAndLooksGoOn() throws IOException {
        write(LOW, Integer.toString(FATAL));
        write(HIGH, "90");

        settle();

        assertThat(values.refusal()).hasValueSatisfying(why -> assertThat(why)
                .contains(LOW.key(), "IllegalStateException")
                .doesNotContain("quotes"));
        assertThat(LOW.read(values.config())).isEqualTo(11);

        write(LOW, "67");
        settle();

        assertThat(LOW.read(values.config())).isEqualTo(67);
        assertThat(values.refusal()).isEmpty();
    }

    @Test
    void whatTheFolderHoldsAtTheStartCountsFromTheStart() throws IOException {
        write(LOW, "13");

        assertThat(LOW.read(begun(folder).config())).isEqualTo(13);
    }

    @Test
    void aValueThatCannotBeUsedChangesNothing() throws IOException {
        write(LOW, "12");
        settle();
        write(LOW, "many");
        write(HIGH, "99");

        settle();

        assertThat(LOW.read(values.config())).isEqualTo(12);
        assertThat(HIGH.read(values.config())).isEqualTo(20);
        assertThat(values.refusal()).hasValueSatisfying(why -> assertThat(why).contains(LOW.key(), "many"));
    }

    @Test
    void neitherDoValuesThatDoNotGoTogether() throws IOException {
        write(LOW, "60");

        settle();

        assertThat(LOW.read(values.config())).isEqualTo(11);
        assertThat(values.refusal()).contains(LOW.key() + " is above " + HIGH.key());
    }

    @Test
    void whenTheyAreCorrectedAllHold() throws IOException {
        write(LOW, "60");
        settle();
        write(HIGH, "70");

        settle();

        assertThat(LOW.read(values.config())).isEqualTo(60);
        assertThat(values.refusal()).isEmpty();
    }

    @Test
    void aSettingThatIsReadAtStartAloneStaysAsItWas() throws IOException {
        write(COLD, "99");
        Files.writeString(folder.resolve("..data"), "the cluster's own");
        Files.createDirectory(folder.resolve("audit.trial.folder"));

        settle();

        assertThat(COLD.read(values.config())).isEqualTo(31);
        assertThat(values.refusal()).isEmpty();
    }

    @Test
    void aFolderThatIsGoneChangesNothingUntilItIsBack() throws IOException {
        write(LOW, "12");
        settle();
        Path elsewhere = Files.move(folder, folder.resolveSibling(folder.getFileName() + "-gone"));

        settle();

        assertThat(LOW.read(values.config())).isEqualTo(12);
        assertThat(values.refusal()).isPresent();

        Files.move(elsewhere, folder);
        settle();

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

    /** Two looks, as what is found counts only then. */
    private void settle() {
        values.look();
        values.look();
    }

    private void write(Setting<?> setting, String text) throws IOException {
        Files.writeString(folder.resolve(setting.key()), text);
    }
}
