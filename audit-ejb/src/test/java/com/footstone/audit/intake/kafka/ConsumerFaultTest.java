package com.footstone.audit.intake.kafka;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ConsumerFaultTest {

    @TempDir
    private Path folder;

    static Stream<Arguments> ofBrokers() {
        return Stream.of(
                arguments(new SslAuthenticationException("secret"), "kafka.ssl.truststore.location"),
                arguments(new SaslAuthenticationException("secret"), "kafka.sasl.jaas.config"),
                arguments(new TopicAuthorizationException("secret"), "kafka.topic"),
                arguments(new GroupAuthorizationException("secret"), "kafka.consumer.group"),
                arguments(new TimeoutException("secret"), "kafka.bootstrap.servers"));
    }

    @ParameterizedTest
    @MethodSource("ofBrokers")
    void whatABrokerSaysIsToldWithTheSettingToLookAt(Exception failure, String key) {
        assertThat(ConsumerFault.behind(new IllegalStateException("secret", failure)))
                .hasValueSatisfying(
                        reason -> assertThat(reason).contains("Kafka", key).doesNotContain("secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PEM", "PKCS12", "JKS"})
    void aFileOfCertificatesThatIsNoneIsToldWithItsSetting(String type) throws Exception {
        Path broken = Files.writeString(folder.resolve("ca"), "not a certificate");

        assertThat(faultOf(Map.of(
                        "security.protocol",
                        "SSL",
                        "ssl.truststore.type",
                        type,
                        "ssl.truststore.location",
                        broken.toString())))
                .hasValueSatisfying(reason -> assertThat(reason).contains("kafka.ssl.truststore.location"));
    }

    @Test
    void aHostThatIsNotKnownIsToldWithItsSetting() {
        assertThat(faultOf(Map.of("bootstrap.servers", "nowhere.invalid:9092")))
                .hasValueSatisfying(reason -> assertThat(reason).contains("kafka.bootstrap.servers"));
    }

    @Test
    void whatNobodyForesawIsNotGuessed() {
        assertThat(ConsumerFault.behind(new IllegalStateException("m"))).isEmpty();
    }

    /** What a real client says of a configuration that it cannot use. */
    private static Optional<String> faultOf(Map<String, Object> configuration) {
        Map<String, Object> properties = new HashMap<>(configuration);
        properties.putIfAbsent("bootstrap.servers", "127.0.0.1:1");
        Throwable failure = catchThrowable(() ->
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer()).close());
        assertThat(failure).isNotNull();
        return ConsumerFault.behind(failure);
    }
}
