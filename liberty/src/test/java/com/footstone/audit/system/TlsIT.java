package com.footstone.audit.system;

import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.footstone.audit.intake.kafka.KafkaSecurity;
import com.footstone.audit.intake.kafka.KafkaTopics;
import com.footstone.audit.intake.kafka.RecordSender;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What happens where the other side's certificate is not trusted. */
@ExtendWith(RunningSystem.class)
class TlsIT {

    private static final String TOPIC = "encrypted-events";

    @Test
    void aBrokerThatNobodyVouchesForGetsNothing(SystemUnderTest system) throws Exception {
        Certificates shown = Certificates.made("certificates-shown");
        Certificates trusted = Certificates.made("certificates-trusted");
        KafkaSecurity security = new KafkaSecurity(Map.of(
                "security.protocol", "SSL",
                "ssl.truststore.type", "PEM",
                "ssl.truststore.location", trusted.authority().toString()));
        try (TlsDoor kafka = TlsDoor.before(port(system, "POSTGRES_URL"), 0, shown.server());
                RecordSender sender = new RecordSender(new KafkaTopics(kafka.address(), TOPIC, TOPIC, security))) {
            assertThatThrownBy(() -> sender.send(new ProducerRecord<>(TOPIC, new byte[1]))
                            .get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(SslAuthenticationException.class);
        }
    }

    private static int port(SystemUnderTest system, String variable) {
        String url = system.services().addresses().environment().get(variable);
        return Integer.parseInt(url.replaceFirst(".*127\\.0\\.0\\.1:(\\d+).*", "$1"));
    }
}
