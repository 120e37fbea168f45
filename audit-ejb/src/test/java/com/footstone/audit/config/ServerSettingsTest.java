package com.footstone.audit.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ServerSettingsTest {

    private static final String PASSWORD = "only-in-this-test";

    private final ServerSettings settings = new ServerSettings();

    @TempDir
    private Path folder;

    @Test
    void aPasswordOfOnesOwnIsEnough() {
        assertThatCode(() -> settings.verify(MapConfig.of("keystore.password", PASSWORD)))
                .doesNotThrowAnyException();
    }

    @Test
    void aPasswordThatIsMissingOrShortIsNamedAndNotShown() {
        refused(MapConfig.of(), "keystore.password is not set", "KEYSTORE_PASSWORD");
        refused(MapConfig.of("keystore.password", "zq9"), "keystore.password is shorter than 6", "KEYSTORE_PASSWORD");
    }

    @Test
    void aKeyStoreThatIsNotThereIsNamed() {
        refused(
                location(folder.resolve("none.p12"), PASSWORD),
                "keystore.location is",
                "none.p12",
                "KEYSTORE_LOCATION");
    }

    @Test
    void aFileThatIsNoKeyStoreIsNamed() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.p12"), "not a key store");

        refused(location(broken, PASSWORD), "keystore.location is", "broken.p12");
    }

    @Test
    void aKeyStoreOfAnotherPasswordIsNamedWithBothKeys() throws Exception {
        Path store = keyStore();

        assertThatCode(() -> settings.verify(location(store, PASSWORD))).doesNotThrowAnyException();
        refused(location(store, "another-password"), "keystore.location is", "keystore.password");
    }

    private Path keyStore() throws Exception {
        Path store = folder.resolve("server.p12");
        Process tool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(tool.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return store;
    }

    private static MapConfig location(Path file, String password) {
        return MapConfig.of("keystore.password", password, "keystore.location", file.toString());
    }

    private void refused(MapConfig config, String... told) {
        assertThatThrownBy(() -> settings.verify(config))
                .isInstanceOf(ConfigurationException.class)
                .message()
                .contains(told)
                .doesNotContain("zq9", "another-password");
    }
}
