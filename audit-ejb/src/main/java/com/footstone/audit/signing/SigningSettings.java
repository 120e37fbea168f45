package com.footstone.audit.signing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.Config;

import com.footstone.audit.config.ConfigurationException;
import com.footstone.audit.config.Setting;
import com.footstone.audit.config.SettingsSource;
import com.footstone.audit.model.evidence.SigningKey;

/**
 * What evidence is signed with.
 *
 * @param key never shown
 */
public record SigningSettings(SigningKey key) {

    private static final String KIND = "an Ed25519 private key, PKCS#8 in PEM (openssl genpkey -algorithm ed25519)";

    private static final Setting<String> KEY = Setting.secret(
            "audit.evidence.key", "Key that evidence is signed with: " + KIND + "; this or its location must be set");
    private static final Setting<String> LOCATION =
            Setting.optional("audit.evidence.key.location", "File that holds that key");

    /**
     * Reads the key.
     *
     * @throws ConfigurationException if there is none, or it is not one
     */
    public static SigningSettings from(Config config) {
        String text = KEY.read(config);
        String location = LOCATION.read(config);
        if (text.isEmpty() == location.isEmpty()) {
            throw new ConfigurationException(
                    KEY.key(),
                    (text.isEmpty() ? "is not set, nor is " : "is set, and so is ") + LOCATION.key()
                            + "; set one of the two, to " + KIND + " or to the file with it (environment variables "
                            + KEY.environmentVariable() + ", " + LOCATION.environmentVariable() + ")");
        }
        return text.isEmpty()
                ? new SigningSettings(key(LOCATION, file(location)))
                : new SigningSettings(key(KEY, text));
    }

    private static String file(String location) {
        try {
            return Files.readString(Path.of(location));
        } catch (IOException | InvalidPathException e) {
            throw new ConfigurationException(LOCATION.key(), "names a file that cannot be read; name one with " + KIND);
        }
    }

    private static SigningKey key(Setting<String> source, String pem) {
        return SigningKey.ofPem(pem)
                .orElseThrow(() -> new ConfigurationException(source.key(), "does not hold " + KIND));
    }

    /** Makes the keys known. */
    @ApplicationScoped
    public static class Keys implements SettingsSource {
        @Override
        public List<Setting<?>> settings() {
            return List.of(KEY, LOCATION);
        }

        @Override
        public void verify(Config config) {
            from(config);
        }
    }
}
