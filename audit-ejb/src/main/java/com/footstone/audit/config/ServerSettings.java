package com.footstone.audit.config;

import java.io.File;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.util.Collections;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.Config;

/**
 * The settings that {@code server.xml} reads. The server takes them from environment variables alone; they are named here
 * to be checked with all others at start, and to be documented.
 */
@ApplicationScoped
public class ServerSettings implements SettingsSource {

    private static final ValueType<Integer> PORT = ValueType.integer(1, 65_535, "");
    private static final ValueType<Integer> POOL = ValueType.integer(1, 1_000, "connections");

    private static final Setting<String> KEYSTORE_PASSWORD = Setting.secret(
            "keystore.password",
            "Password of the key store, which the server makes at its first start unless it has one; must be set");

    private static final Setting<Boolean> ADMIN_ENABLED = Setting.of(
            "admin.enabled", ValueType.flag(), "false", "Whether there is an Admin Center; it needs a password");

    private static final Setting<String> ADMIN_PASSWORD =
            Setting.secret("admin.password", "Password of the user of the Admin Center");

    private static final Setting<String> KEYSTORE_LOCATION = Setting.optional(
            "keystore.location",
            "File with the server's key and certificate, PKCS#12; the server makes one for itself if it is not set");

    /** The tool with which the server makes a key store accepts nothing shorter. */
    private static final int SHORTEST_PASSWORD = 6;

    private static final List<Setting<?>> SETTINGS = List.of(
            Setting.required("postgres.url", ValueType.text(), "JDBC URL of the database for findings and positions"),
            Setting.required("postgres.user", ValueType.text(), "Owner of that database's schema"),
            Setting.secret("postgres.password", "Password of that user"),
            Setting.of("postgres.pool.size", POOL, "20", "Most connections of the intake to PostgreSQL"),
            Setting.of("postgres.query.pool.size", POOL, "10", "Most connections of questions to PostgreSQL"),
            Setting.required("clickhouse.url", ValueType.text(), "JDBC URL of the database for events"),
            Setting.required("clickhouse.user", ValueType.text(), "User who may create tables in that database"),
            Setting.secret("clickhouse.password", "Password of that user"),
            Setting.of("clickhouse.pool.size", POOL, "20", "Most connections of the intake to ClickHouse"),
            Setting.of("clickhouse.query.pool.size", POOL, "10", "Most connections of questions to ClickHouse"),
            Setting.of("http.host", ValueType.text(), "*", "Address that the server listens on; * for all"),
            Setting.of("http.port", PORT, "8090", "Port of the REST interface"),
            Setting.of(
                    "https.port",
                    ValueType.integer(-1, 65_535, ""),
                    "-1",
                    "Port of the REST interface by TLS, with the certificate of the key store; -1 for none. Clients that ask"
                            + " for it directly need public.port to be the same"),
            Setting.of("public.port", PORT, "8080", "Port that clients ask for where it is neither that nor 80 or 443"),
            Setting.of("management.port", PORT, "8091", "Port of probes and metrics"),
            ADMIN_ENABLED,
            Setting.of("admin.port", PORT, "9443", "Port of the Admin Center, by TLS"),
            Setting.of("admin.user", ValueType.text(), "admin", "User of the Admin Center"),
            ADMIN_PASSWORD,
            KEYSTORE_PASSWORD,
            KEYSTORE_LOCATION,
            Setting.optional("mp.jwt.verify.issuer", "Issuer of the tokens that the REST interface accepts"),
            Setting.optional("mp.jwt.verify.audiences", "Audiences of those tokens, separated by commas"),
            Setting.optional("mp.jwt.verify.publickey", "Key of that issuer, PEM"),
            Setting.optional(
                    "mp.jwt.verify.publickey.location", "Where that key is, as a file or an URL, PEM or JWKS"));

    @Override
    public List<Setting<?>> settings() {
        return SETTINGS;
    }

    /** Without a key store the server trusts no token and says so nowhere. */
    @Override
    public void verify(Config config) {
        String password = KEYSTORE_PASSWORD.read(config);
        String location = KEYSTORE_LOCATION.read(config);
        if (password.isEmpty()) {
            throw refused("is not set; set it to a text of your own");
        }
        if (location.isEmpty() && password.length() < SHORTEST_PASSWORD) {
            throw refused("is shorter than " + SHORTEST_PASSWORD + " characters; choose a longer one");
        }
        if (!location.isEmpty()) {
            requireKeyStore(location, password);
        }
        if (ADMIN_ENABLED.read(config) && ADMIN_PASSWORD.read(config).isEmpty()) {
            throw new ConfigurationException(
                    ADMIN_PASSWORD.key(),
                    "is not set, and " + ADMIN_ENABLED.key()
                            + " asks for the Admin Center; set it (environment variable "
                            + ADMIN_PASSWORD.environmentVariable() + ")");
        }
    }

    private static ConfigurationException refused(String why) {
        return new ConfigurationException(
                KEYSTORE_PASSWORD.key(),
                why + " (environment variable " + KEYSTORE_PASSWORD.environmentVariable() + ")");
    }

    /** The server would go on without TLS, or make a key of its own that nobody vouches for. */
    private static void requireKeyStore(String location, String password) {
        try {
            if (!hasKey(KeyStore.getInstance(new File(location), password.toCharArray()))) {
                throw new ConfigurationException(
                        KEYSTORE_LOCATION.key(),
                        "names a key store without a private key; put key and certificate in it");
            }
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            // The last is what Java says of a file that is not there.
            throw new ConfigurationException(
                    KEYSTORE_LOCATION.key(),
                    "is '" + location + "', which cannot be read as a key store with " + KEYSTORE_PASSWORD.key()
                            + "; mount a PKCS#12 file there, and see that the password is its own (environment variables "
                            + KEYSTORE_LOCATION.environmentVariable() + ", " + KEYSTORE_PASSWORD.environmentVariable()
                            + ")");
        }
    }

    private static boolean hasKey(KeyStore store) throws KeyStoreException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                return true;
            }
        }
        return false;
    }
}
