package com.footstone.audit.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.Config;

import com.footstone.audit.intake.kafka.KafkaTopics;
import com.footstone.audit.intake.kafka.RecordSender;

/**
 * Keeps records that are not events in the dead-letter topic: key, value and headers as they came, and in further headers
 * what is wrong with them and where they came from. A value that is larger than the topic takes is cut, and a header says
 * so; the whole of it stays in the source topic for as long as Kafka keeps it.
 */
@ApplicationScoped
public class Quarantine {

    @Inject
    private Config config;

    private final Clock clock = Clock.systemUTC();
    private KafkaTopics topics;
    private RecordSender sender;

    @PostConstruct
    void prepare() {
        topics = KafkaTopics.from(config);
        sender = new RecordSender(topics);
    }

    /**
     * The letters of a batch, to be kept.
     *
     * @param claimedAt when the batch was first claimed
     */
    BatchLetters letters(PartitionBatch batch, Instant claimedAt, List<AuditedBatch.Refused> refused) {
        return new BatchLetters(batch, claimedAt, refused, topics, sender, clock);
    }

    @PreDestroy
    void close() {
        sender.close();
    }
}
