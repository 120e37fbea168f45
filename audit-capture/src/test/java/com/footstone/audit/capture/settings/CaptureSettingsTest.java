package com.footstone.audit.capture.settings;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.footstone.audit.model.ExecutionLayer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CaptureSettingsTest {

    private static final Map<String, String> LEAST =
            Map.of("AUDIT_APPLICATION", "shop", "AUDIT_KAFKA_BOOTSTRAP_SERVERS", "kafka:9092");

    @Test
    void defaultsNeedOnlyTheApplicationAndKafka() {
        CaptureSettings settings = CaptureSettings.from(new Properties(), LEAST);

        assertThat(settings)
                .isEqualTo(new CaptureSettings(
                        "shop",
                        "sql-audit-events",
                        null,
                        null,
                        null,
                        ExecutionLayer.JDBC,
                        false,
                        33_554_432,
                        16_777_216,
                        Duration.ofSeconds(5),
                        Map.of("bootstrap.servers", "kafka:9092")));
    }

    @Test
    void captureIsOnUnlessTheProcessSaysOtherwise() {
        Properties off = new Properties();
        off.setProperty("audit.enabled", "false");

        assertThat(SettingsReader.enabled(new Properties(), Map.of())).isTrue();
        assertThat(SettingsReader.enabled(off, Map.of("AUDIT_ENABLED", "true"))).isFalse();
        assertThat(SettingsReader.enabled(new Properties(), Map.of("AUDIT_ENABLED", "False")))
                .isFalse();
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> SettingsReader.enabled(new Properties(), Map.of("AUDIT_ENABLED", "off")))
                .withMessageContaining("AUDIT_ENABLED")
                .withMessageContaining("true or false");
    }

    @Test
    void everySettingIsReadFromTheEnvironment() {
        Map<String, String> environment = with(Map.of(
                "AUDIT_TOPIC", "audit",
                "AUDIT_TENANT", "north",
                "AUDIT_DATASOURCE", "main",
                "AUDIT_INSTANCE", "shop-1",
                "AUDIT_EXECUTION_LAYER", "jpa",
                "AUDIT_CAPTURE_PARAMETERS", "true",
                "AUDIT_QUEUE_BYTES", "65536",
                "AUDIT_EVENT_BYTES", "4096",
                "AUDIT_CLOSE_TIMEOUT", "PT1S",
                "AUDIT_KAFKA_SECURITY_PROTOCOL", "SASL_SSL"));

        assertThat(CaptureSettings.from(new Properties(), environment))
                .isEqualTo(new CaptureSettings(
                        "shop",
                        "audit",
                        "north",
                        "main",
                        "shop-1",
                        ExecutionLayer.JPA,
                        true,
                        65_536,
                        4096,
                        Duration.ofSeconds(1),
                        Map.of("bootstrap.servers", "kafka:9092", "security.protocol", "SASL_SSL")));
    }

    @Test
    void systemPropertiesTakePrecedence() {
        Properties properties = new Properties();
        properties.setProperty("audit.application", "till");
        properties.setProperty("audit.kafka.sasl.mechanism", "PLAIN");

        CaptureSettings settings = CaptureSettings.from(properties, LEAST);

        assertThat(settings.application()).isEqualTo("till");
        assertThat(settings.kafka()).containsEntry("sasl.mechanism", "PLAIN");
    }

    @Test
    void anUnknownKeyDisturbsNothing() {
        assertThat(CaptureSettings.from(new Properties(), with(Map.of("AUDIT_OF_OTHERS", "x"))))
                .isEqualTo(CaptureSettings.from(new Properties(), LEAST));
    }

    @ParameterizedTest
    @CsvSource({
        "AUDIT_APPLICATION,''",
        "AUDIT_KAFKA_BOOTSTRAP_SERVERS,''",
        "AUDIT_TOPIC,' '",
        "AUDIT_QUEUE_BYTES,65535",
        "AUDIT_QUEUE_BYTES,much",
        "AUDIT_EVENT_BYTES,4095",
        "AUDIT_EVENT_BYTES,99999999999",
        "AUDIT_CAPTURE_PARAMETERS,yes",
        "AUDIT_EXECUTION_LAYER,COBOL",
        "AUDIT_CLOSE_TIMEOUT,5 seconds",
        "AUDIT_CLOSE_TIMEOUT,-PT1S"
    })
    void aBadValueIsNamedByItsKey(String key, String value) {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> CaptureSettings.from(new Properties(), with(Map.of(key, value))))
                .withMessageStartingWith(key + " ")
                .returns(key, InvalidSettingException::key);
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> CaptureSettings.from(new Properties(), Map.of()))
                .returns("AUDIT_APPLICATION", InvalidSettingException::key);
    }

    @Test
    void passwordsStayOutOfTexts() {
        CaptureSettings settings = CaptureSettings.builder("shop", "kafka:9092")
                .kafka("sasl.jaas.config", "secret")
                .build();

        assertThat(settings.toString()).doesNotContain("secret");
    }

    private static Map<String, String> with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(LEAST);
        all.putAll(more);
        return all;
    }
}
