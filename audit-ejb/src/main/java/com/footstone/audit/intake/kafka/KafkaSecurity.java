package com.footstone.audit.intake.kafka;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.Config;

import com.footstone.audit.config.ConfigurationException;
import com.footstone.audit.config.Setting;
import com.footstone.audit.config.SettingsSource;
import com.footstone.audit.config.ValueType;

/**
 * How connections to Kafka are protected.
 *
 * @param properties for Kafka's clients; they hold secrets
 */
public record KafkaSecurity(Map<String, String> properties) {

    /** Neither TLS nor a login. */
    public static final KafkaSecurity NONE = new KafkaSecurity(Map.of());

    private static final String PREFIX = "kafka.";

    private enum Protocol {
        PLAINTEXT,
        SSL,
        SASL_PLAINTEXT,
        SASL_SSL;

        boolean login() {
            return this == SASL_PLAINTEXT || this == SASL_SSL;
        }
    }

    private enum StoreType {
        PEM,
        PKCS12,
        JKS
    }

    private static final Setting<Protocol> PROTOCOL = Setting.of(
            "kafka.security.protocol",
            ValueType.choice(Protocol.class),
            Protocol.PLAINTEXT.name(),
            "Whether connections to Kafka use TLS (SSL), a login (SASL), or both");
    private static final Setting<String> TRUSTED =
            Setting.optional("kafka.ssl.truststore.location", "File with the certificates that brokers are trusted by");
    private static final Setting<StoreType> TRUSTED_TYPE = Setting.of(
            "kafka.ssl.truststore.type", ValueType.choice(StoreType.class), StoreType.PEM.name(), "Kind of that file");
    private static final Setting<String> TRUSTED_PASSWORD =
            Setting.secret("kafka.ssl.truststore.password", "Password of that file, where its kind has one");
    private static final Setting<String> OWN = Setting.optional(
            "kafka.ssl.keystore.location",
            "File with the service's own key and certificate, where brokers ask for one");
    private static final Setting<StoreType> OWN_TYPE = Setting.of(
            "kafka.ssl.keystore.type", ValueType.choice(StoreType.class), StoreType.PEM.name(), "Kind of that file");
    private static final Setting<String> OWN_PASSWORD =
            Setting.secret("kafka.ssl.keystore.password", "Password of that file, where its kind has one");
    private static final Setting<String> KEY_PASSWORD =
            Setting.secret("kafka.ssl.key.password", "Password of the key in that file, if it is encrypted");
    private static final Setting<String> MECHANISM =
            Setting.optional("kafka.sasl.mechanism", "How the service logs in, such as SCRAM-SHA-512");
    private static final Setting<String> LOGIN = Setting.secret(
            "kafka.sasl.jaas.config", "The login itself, as Kafka's clients take it, with user and password");

    private static final List<Setting<String>> TEXTS =
            List.of(TRUSTED, TRUSTED_PASSWORD, OWN, OWN_PASSWORD, KEY_PASSWORD, MECHANISM, LOGIN);

    public KafkaSecurity {
        properties = Map.copyOf(properties);
    }

    static KafkaSecurity from(Config config) {
        Protocol protocol = PROTOCOL.read(config);
        if (protocol == Protocol.PLAINTEXT) {
            return NONE;
        }
        Map<String, String> properties = new HashMap<>();
        put(properties, PROTOCOL, protocol.name());
        TEXTS.forEach(setting -> given(setting, config).ifPresent(text -> put(properties, setting, text)));
        given(TRUSTED, config)
                .ifPresent(file ->
                        put(properties, TRUSTED_TYPE, TRUSTED_TYPE.read(config).name()));
        given(OWN, config)
                .ifPresent(
                        file -> put(properties, OWN_TYPE, OWN_TYPE.read(config).name()));
        return new KafkaSecurity(properties);
    }

    private static Optional<String> given(Setting<String> setting, Config config) {
        return Optional.of(setting.read(config)).filter(text -> !text.isEmpty());
    }

    /** Our keys are Kafka's with a word in front. */
    private static void put(Map<String, String> properties, Setting<?> setting, String value) {
        properties.put(setting.key().substring(PREFIX.length()), value);
    }

    /** Without the values, among which are passwords. */
    @Override
    public String toString() {
        return "KafkaSecurity" + properties.keySet();
    }

    /** Makes the keys known. */
    @ApplicationScoped
    public static class Keys implements SettingsSource {

        @Override
        public List<Setting<?>> settings() {
            return List.of(
                    PROTOCOL,
                    TRUSTED,
                    TRUSTED_TYPE,
                    TRUSTED_PASSWORD,
                    OWN,
                    OWN_TYPE,
                    OWN_PASSWORD,
                    KEY_PASSWORD,
                    MECHANISM,
                    LOGIN);
        }

        /** A file that is not there, or half a login, would be a consumer that fails again and again. */
        @Override
        public void verify(Config config) {
            for (Setting<String> file : List.of(TRUSTED, OWN)) {
                given(file, config)
                        .filter(name -> !Files.isReadable(Path.of(name)))
                        .ifPresent(name -> {
                            throw new ConfigurationException(
                                    file.key(), "is '" + name + "', which cannot be read; mount the file there");
                        });
            }
            if (PROTOCOL.read(config).login()) {
                for (Setting<String> needed : List.of(MECHANISM, LOGIN)) {
                    if (given(needed, config).isEmpty()) {
                        throw new ConfigurationException(
                                needed.key(),
                                "is not set, and " + PROTOCOL.key() + " asks for a login; set it (environment variable "
                                        + needed.environmentVariable() + ")");
                    }
                }
            }
        }
    }
}
