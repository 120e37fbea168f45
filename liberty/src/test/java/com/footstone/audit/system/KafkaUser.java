package com.footstone.audit.system;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/** Somebody whom the broker lets log in. */
record KafkaUser(String name, String password) {

    private static final int ITERATIONS = 4096;

    /** Tells the broker of a new one. */
    static KafkaUser made(String bootstrapServers) throws ExecutionException, InterruptedException {
        KafkaUser user =
                new KafkaUser("user-" + UUID.randomUUID(), UUID.randomUUID().toString());
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                            user.name,
                            new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS),
                            user.password)))
                    .all()
                    .get();
        }
        return user;
    }

    /** The same with a password that is not theirs. */
    KafkaUser mistaken() {
        return new KafkaUser(name, "not " + password);
    }

    /** How the service logs in as them. */
    Map<String, String> environment() {
        return Map.of(
                "KAFKA_SECURITY_PROTOCOL",
                "SASL_SSL",
                "KAFKA_SASL_MECHANISM",
                "SCRAM-SHA-512",
                "KAFKA_SASL_JAAS_CONFIG",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + name + "\" password=\""
                        + password + "\";");
    }
}
