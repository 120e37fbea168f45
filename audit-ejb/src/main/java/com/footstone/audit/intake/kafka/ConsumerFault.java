package com.footstone.audit.intake.kafka;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;

/**
 * What is behind the failure of a consumer and which setting to look at, told without its message, which may quote a
 * login.
 */
public final class ConsumerFault {

    /** Nobody answered; the one fault that an operator of Kafka rather than of the service can mend. */
    public static final String SILENCE =
            "Kafka does not answer; see kafka.bootstrap.servers and kafka.security.protocol";

    private static final int DEEPEST = 16;

    private static final String BAD_FILE =
            "a file of certificates cannot be used; see kafka.ssl.truststore.location and"
                    + " kafka.ssl.keystore.location, their types and passwords";

    /** The first that fits counts, of the outermost cause that is known. */
    private static final List<Map.Entry<Class<? extends Exception>, String>> BY_CLASS = List.of(
            Map.entry(
                    SslAuthenticationException.class,
                    "Kafka's certificate is not trusted, or is for another host, or Kafka does not trust ours; see"
                            + " kafka.ssl.truststore.location and kafka.ssl.keystore.location"),
            Map.entry(
                    SaslAuthenticationException.class,
                    "Kafka does not accept the login; see kafka.sasl.mechanism and kafka.sasl.jaas.config"),
            Map.entry(
                    TopicAuthorizationException.class,
                    "Kafka denies the service the topic; allow it to read the topic, or see kafka.topic"),
            Map.entry(
                    GroupAuthorizationException.class,
                    "Kafka denies the service the group; allow it to read as the group, or see kafka.consumer.group"),
            Map.entry(TimeoutException.class, SILENCE),
            Map.entry(
                    ConfigException.class,
                    "Kafka's client does not accept a setting, such as a host name that is not known; see"
                            + " kafka.bootstrap.servers and kafka.sasl.mechanism"),
            Map.entry(InvalidConfigurationException.class, BAD_FILE),
            Map.entry(GeneralSecurityException.class, BAD_FILE),
            Map.entry(IOException.class, BAD_FILE));

    private ConsumerFault() {}

    /** What is wrong, as far as that is known. */
    public static Optional<String> behind(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            Throwable seen = cause;
            Optional<String> known = BY_CLASS.stream()
                    .filter(fault -> fault.getKey().isInstance(seen))
                    .map(Map.Entry::getValue)
                    .findFirst();
            if (known.isPresent()) {
                return known;
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }
}
