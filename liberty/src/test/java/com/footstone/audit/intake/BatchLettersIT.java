package com.footstone.audit.intake;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.footstone.audit.intake.decode.DecodeResult.Undecodable;
import com.footstone.audit.intake.decode.Reason;
import com.footstone.audit.intake.kafka.KafkaTopics;
import com.footstone.audit.intake.kafka.RecordSender;
import com.footstone.audit.model.EventId;
import com.footstone.audit.query.StoreUnavailableException;
import com.footstone.audit.sink.BatchRange;
import com.footstone.audit.sink.FencedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Each refused record gets to the dead-letter topic once, however often its batch is repeated. */
class BatchLettersIT {

    private static final Persistent.Action OURS = () -> {};

    @TempDir
    static Path folder;

    private static LetterBroker broker;

    private final String events = "events-" + UUID.randomUUID();
    private final String letters = events + "-dlq";
    private final Instant claimedAt = Instant.now().minusSeconds(20);
    private KafkaTopics topics;

    @BeforeAll
    static void startBroker() {
        broker = new LetterBroker(folder);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void name() {
        topics = broker.topics(events, letters);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CreateTime", "LogAppendTime"})
    void aRepeatedBatchSendsOnlyWhatIsMissing(String timestampType) throws Exception {
        broker.create(letters, Map.of("message.timestamp.type", timestampType));
        try (RecordSender sender = new RecordSender(topics)) {
            keep(sender, batch(false), OURS, 3, 5);
            keep(sender, batch(true), OURS, 3, 5, 8);
            keep(sender, batch(true), OURS, 3, 5, 8);
        }

        assertThat(sources()).containsExactlyInAnyOrder(3L, 5L, 8L);
    }

    @Test
    void lettersOfOthersAreNotTakenForOurs() throws Exception {
        broker.create(letters, Map.of());
        try (RecordSender sender = new RecordSender(topics)) {
            sender.send(new ProducerRecord<>(letters, bytes("no letter at all")))
                    .get();
            PartitionBatch other =
                    new PartitionBatch(new BatchRange(events, 1, 0, 10), 1, false, List.of(), (batch, outcome) -> {});
            keep(sender, other, OURS, 3);
            keep(sender, batch(true), OURS, 3);
        }

        assertThat(LetterBroker.all(topics, letters)).hasSize(3);
    }

    @Test
    void whoLostTheBatchSendsNothing() throws Exception {
        broker.create(letters, Map.of());
        PartitionBatch batch = batch(false);
        try (RecordSender sender = new RecordSender(topics)) {
            assertThatExceptionOfType(FencedException.class)
                    .isThrownBy(() -> keep(
                            sender,
                            batch,
                            () -> {
                                throw new FencedException(batch.range(), batch.epoch());
                            },
                            3));
        }

        assertThat(LetterBroker.all(topics, letters)).isEmpty();
    }

    @Test
    void whoIsToldToStopSendsNothing() throws Exception {
        broker.create(letters, Map.of());
        try (RecordSender sender = new RecordSender(topics)) {
            keep(sender, batch(false), OURS, 3);
            PartitionBatch abandoned = batch(true);
            abandoned.abandon();
            assertThatExceptionOfType(AbandonedException.class).isThrownBy(() -> keep(sender, abandoned, OURS, 3, 5));
        }

        assertThat(sources()).containsExactly(3L);
    }

    @Test
    void aTryThatFailedIsRepeatedWithoutAddingWhatGotThrough() throws Exception {
        broker.create(letters, Map.of("max.message.bytes", "100"));
        PartitionBatch batch = batch(false);
        try (RecordSender sender = new RecordSender(topics)) {
            BatchLetters tooLarge = letters(sender, batch, 3, 5);
            assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> tooLarge.keep(OURS));
            broker.change(letters, "max.message.bytes", "1000000");
            tooLarge.keep(OURS);
            tooLarge.keep(OURS);
        }

        assertThat(sources()).containsExactlyInAnyOrder(3L, 5L);
    }

    @Test
    void anAbsentTopicIsNamed() {
        try (RecordSender sender = new RecordSender(topics)) {
            assertThatExceptionOfType(StoreUnavailableException.class)
                    .isThrownBy(() -> keep(sender, batch(true), OURS, 3))
                    .withMessage("Kafka does not have the topic " + letters);
        }
    }

    private PartitionBatch batch(boolean recovered) {
        return new PartitionBatch(new BatchRange(events, 0, 0, 10), 1, recovered, List.of(), (batch, outcome) -> {});
    }

    private void keep(RecordSender sender, PartitionBatch batch, Persistent.Action ownership, long... offsets)
            throws Exception {
        letters(sender, batch, offsets).keep(ownership);
    }

    private BatchLetters letters(RecordSender sender, PartitionBatch batch, long... offsets) {
        List<AuditedBatch.Refused> refused = LongStream.of(offsets)
                .mapToObj(offset -> refused(batch.range().partition(), offset))
                .toList();
        return new BatchLetters(batch, claimedAt, refused, topics, sender, Clock.systemUTC());
    }

    private AuditedBatch.Refused refused(int partition, long offset) {
        return new AuditedBatch.Refused(
                new ConsumerRecord<>(events, partition, offset, null, bytes("not JSON")),
                new Undecodable(new EventId(events, partition, offset), Reason.NOT_JSON, "the record is not JSON"));
    }

    private List<Long> sources() {
        return LetterBroker.all(topics, letters).stream()
                .map(letter -> new String(
                        letter.headers().lastHeader("audit.source.offset").value(), StandardCharsets.UTF_8))
                .map(Long::valueOf)
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
