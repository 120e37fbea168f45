package com.footstone.audit.intake.kafka;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

import com.footstone.audit.query.Store;
import com.footstone.audit.query.StoreUnavailableException;

/** What is behind an exception of Kafka's clients, told without its message, which may quote configuration. */
public final class KafkaFault {

    private KafkaFault() {}

    /**
     * The failure as one that may be gone the next time: a broker that refuses today may be set up rightly tomorrow.
     *
     * @param failure what a client threw, or what a future of it ended with
     * @param topic the topic that was worked on
     */
    public static StoreUnavailableException of(Throwable failure, String topic) {
        Throwable cause = failure;
        while ((cause instanceof ExecutionException || cause instanceof CompletionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return new StoreUnavailableException(Store.KAFKA, reason(cause, topic));
    }

    private static String reason(Throwable cause, String topic) {
        if (cause instanceof StoreUnavailableException known) {
            return known.reason();
        }
        if (cause instanceof TimeoutException) {
            return "did not answer in time for " + topic + ", or does not have the topic";
        }
        if (cause instanceof UnknownTopicOrPartitionException) {
            return "does not have the topic " + topic;
        }
        if (cause instanceof AuthorizationException) {
            return "does not allow this service to use " + topic;
        }
        if (cause instanceof SslAuthenticationException) {
            return "shows a certificate that is not trusted, or does not trust ours; see kafka.ssl.truststore.location and"
                    + " kafka.ssl.keystore.location";
        }
        if (cause instanceof AuthenticationException) {
            return "does not accept the service's credentials";
        }
        return "failed with " + cause.getClass().getSimpleName() + " for " + topic;
    }
}
