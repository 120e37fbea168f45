package com.footstone.audit.signing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.footstone.audit.config.ConfigurationException;
import com.footstone.audit.config.MapConfig;
import com.footstone.audit.model.evidence.SigningKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SigningSettingsTest {

    private static final String KEY = "audit.evidence.key";
    private static final String LOCATION = "audit.evidence.key.location";

    private final SigningKey key = SigningKey.generate();

    @Test
    void theKeyIsReadFromTheSettingOrFromAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("key.pem"), key.privatePem());

        assertThat(SigningSettings.from(config(KEY, key.privatePem())).key().id())
                .isEqualTo(key.id());
        assertThat(SigningSettings.from(config(LOCATION, file.toString())).key().id())
                .isEqualTo(key.id());
    }

    @Test
    void withoutAKeyNothingStarts() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> SigningSettings.from(new MapConfig(Map.of())))
                .withMessageContaining(KEY)
                .withMessageContaining("AUDIT_EVIDENCE_KEY_LOCATION");
    }

    @Test
    void aBadKeyIsNamedAndNotShown(@TempDir Path folder) throws IOException {
        String secret = key.privatePem().replace("MC4CAQ", "MC4CAg");
        Path file = Files.writeString(folder.resolve("key.pem"), secret);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> SigningSettings.from(config(KEY, secret)))
                .satisfies(e -> assertThat(e.getMessage()).contains(KEY).doesNotContain("MC4CAg"));
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> SigningSettings.from(config(LOCATION, file.toString())))
                .satisfies(e -> assertThat(e.getMessage()).contains(LOCATION).doesNotContain("MC4CAg"));
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> SigningSettings.from(
                        config(LOCATION, folder.resolve("none").toString())))
                .withMessageContaining(LOCATION);
    }

    @Test
    void twoKeysAreOneTooMany() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() ->
                        SigningSettings.from(new MapConfig(Map.of(KEY, key.privatePem(), LOCATION, "/somewhere"))))
                .withMessageContaining("so is " + LOCATION);
    }

    private static MapConfig config(String name, String value) {
        return new MapConfig(Map.of(name, value));
    }
}
