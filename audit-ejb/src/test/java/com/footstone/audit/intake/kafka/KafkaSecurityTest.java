package com.footstone.audit.intake.kafka;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.footstone.audit.config.ConfigurationException;
import com.footstone.audit.config.MapConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KafkaSecurityTest {

    private final KafkaSecurity.Keys keys = new KafkaSecurity.Keys();

    @TempDir
    private Path folder;

    @Test
    void withoutASettingNothingIsProtected() {
        assertThat(KafkaSecurity.from(MapConfig.of())).isEqualTo(KafkaSecurity.NONE);
    }

    @Test
    void tlsNeedsTheFileOfWhoIsTrusted() throws Exception {
        Path authority = Files.createFile(folder.resolve("ca.pem"));
        MapConfig config =
                MapConfig.of("kafka.security.protocol", "ssl", "kafka.ssl.truststore.location", authority.toString());

        assertThatCode(() -> keys.verify(config)).doesNotThrowAnyException();
        assertThat(KafkaSecurity.from(config).properties())
                .isEqualTo(Map.of(
                        "security.protocol", "SSL",
                        "ssl.truststore.location", authority.toString(),
                        "ssl.truststore.type", "PEM"));
    }

    @Test
    void aFileThatIsNotThereIsNamedWithItsKey() {
        String missing = folder.resolve("none.pem").toString();

        assertThatThrownBy(() -> keys.verify(
                        MapConfig.of("kafka.security.protocol", "SSL", "kafka.ssl.truststore.location", missing)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("kafka.ssl.truststore.location")
                .hasMessageContaining(missing);
    }

    @Test
    void halfALoginIsRefused() {
        assertThatThrownBy(() -> keys.verify(
                        MapConfig.of("kafka.security.protocol", "SASL_SSL", "kafka.sasl.mechanism", "SCRAM-SHA-512")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("kafka.sasl.jaas.config")
                .hasMessageContaining("KAFKA_SASL_JAAS_CONFIG");
    }

    @Test
    void noSecretIsInItsText() {
        KafkaSecurity security = KafkaSecurity.from(MapConfig.of(
                "kafka.security.protocol", "SASL_SSL",
                "kafka.sasl.mechanism", "PLAIN",
                "kafka.sasl.jaas.config", "login with tulip"));

        assertThat(security.properties()).containsEntry("sasl.jaas.config", "login with tulip");
        assertThat(security.toString()).doesNotContain("tulip");
        assertThat(new KafkaTopics("kafka:9092", "a", "b", security).toString()).doesNotContain("tulip");
    }
}
