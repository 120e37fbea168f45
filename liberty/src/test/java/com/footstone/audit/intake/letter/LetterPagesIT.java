package com.footstone.audit.intake.letter;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.footstone.audit.intake.LetterBroker;
import com.footstone.audit.intake.decode.DecodeResult.Undecodable;
import com.footstone.audit.intake.decode.Reason;
import com.footstone.audit.intake.kafka.KafkaTopics;
import com.footstone.audit.intake.kafka.RecordSender;
import com.footstone.audit.intake.kafka.TopicReader;
import com.footstone.audit.model.EventId;
import com.footstone.audit.query.DeadLetter;
import com.footstone.audit.query.DeadLetterFilter;
import com.footstone.audit.query.DeadLetterPage;
import com.footstone.audit.query.DeadLetterPosition;
import com.footstone.audit.query.TimeRange;

import static org.assertj.core.api.Assertions.assertThat;

/** Letters in two partitions, listed and sent again. */
class LetterPagesIT {

    private static final String EVENTS = "events";
    private static final String LETTERS = "letters";
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final int COUNT = 1_300;
    private static final DeadLetterFilter ALL = new DeadLetterFilter(TimeRange.ALWAYS, Optional.empty());

    @TempDir
    static Path folder;

    private static LetterBroker broker;
    private static KafkaTopics topics;

    @BeforeAll
    static void writeLetters() throws Exception {
        broker = new LetterBroker(folder);
        topics = broker.topics(EVENTS, LETTERS);
        broker.create(EVENTS, Map.of());
        broker.create(LETTERS, Map.of("retention.ms", "-1"));
        try (RecordSender sender = new RecordSender(topics)) {
            List<Future<?>> sent = new ArrayList<>();
            for (int i = 0; i < COUNT; i++) {
                sent.add(sender.send(letter(i)));
            }
            // A batch that was quarantined twice, and what somebody else wrote.
            sent.add(sender.send(letter(COUNT - 2)));
            sent.add(sender.send(letter(COUNT - 1)));
            sent.add(sender.send(new ProducerRecord<>(LETTERS, 0, null, bytes("no letter"))));
            for (Future<?> one : sent) {
                one.get();
            }
        }
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void everyLetterIsListedOnceNewestFirst() {
        List<DeadLetter> listed = listed(ALL, 37);

        assertThat(listed).hasSize(COUNT).doesNotHaveDuplicates();
        assertThat(listed).extracting(DeadLetter::key).doesNotHaveDuplicates();
        assertThat(listed)
                .extracting(DeadLetter::refusedAt)
                .isSortedAccordingTo(Comparator.<Instant>naturalOrder().reversed());
    }

    @Test
    void onlyWhatIsAskedForIsListed() {
        DeadLetterFilter filter = new DeadLetterFilter(
                TimeRange.between(START.plusSeconds(100), START.plusSeconds(110)), Optional.of("TOO_DEEP"));

        assertThat(listed(filter, 200))
                .extracting(letter -> letter.source().offset())
                .containsExactly(108L, 106L, 104L, 102L, 100L);
        assertThat(listed(new DeadLetterFilter(TimeRange.ALWAYS, Optional.of("EMPTY_VALUE")), 10))
                .isEmpty();
    }

    @Test
    void aRecordIsSentAgainOnceAndAsItCame() {
        try (TopicReader reader = reader();
                RecordSender sender = new RecordSender(topics)) {
            ConsumerRecord<byte[], byte[]> inside =
                    LetterBroker.all(topics, LETTERS).get(0);
            DeadLetter letter = Letter.of(inside).orElseThrow();
            Replayer replayer = new Replayer(
                    reader, sender, Original.of(letter, inside, reader).orElseThrow());
            EventId end = replayer.end(EVENTS);

            EventId event = replayer.ensureSent(end);

            assertThat(replayer.ensureSent(end)).as("an interrupted replay").isEqualTo(event);
            assertThat(event.partition()).isEqualTo(letter.source().partition());
            assertThat(LetterBroker.all(topics, EVENTS)).singleElement().satisfies(again -> {
                assertThat(again.value()).isEqualTo(inside.value());
                assertThat(again.key()).isEqualTo(inside.key());
                assertThat(again.headers())
                        .extracting(header -> header.key())
                        .containsExactly("trace", "audit.replay.of");
                assertThat(new String(
                                again.headers().lastHeader("audit.replay.of").value(), StandardCharsets.UTF_8))
                        .isEqualTo(letter.source().toString());
            });
        }
    }

    @Test
    void aLetterThatWasCutIsMadeWholeWhereItCameFrom() throws Exception {
        broker.create("large", Map.of());
        broker.create("cut", Map.of());
        try (TopicReader reader = reader();
                RecordSender sender = new RecordSender(topics)) {
            sender.send(new ProducerRecord<>("large", 1, null, bytes("x".repeat(1_000))))
                    .get();
            ConsumerRecord<byte[], byte[]> source =
                    LetterBroker.all(topics, "large").get(0);
            sender.send(cut(source)).get();
            ConsumerRecord<byte[], byte[]> inside =
                    LetterBroker.all(topics, "cut").get(0);
            DeadLetter letter = Letter.of(inside).orElseThrow();

            assertThat(letter.whole()).isFalse();
            assertThat(letter.size()).isEqualTo(1_000);
            assertThat(inside.value()).hasSize(10);
            assertThat(Original.of(letter, inside, reader))
                    .hasValueSatisfying(original -> assertThat(original.value()).isEqualTo(source.value()));
            DeadLetter ofAnOlderTopic = new DeadLetter(
                    letter.id(),
                    letter.source(),
                    letter.sourceTime().minusSeconds(1),
                    letter.refusedAt(),
                    letter.fault(),
                    letter.size(),
                    false,
                    Optional.empty());
            assertThat(Original.of(ofAnOlderTopic, inside, reader)).isEmpty();
        }
    }

    private static ProducerRecord<byte[], byte[]> cut(ConsumerRecord<byte[], byte[]> source) {
        EventId id = new EventId(source.topic(), source.partition(), source.offset());
        return Envelope.aroundCut("cut", source, new Undecodable(id, Reason.NOT_JSON, "it is bad"), START, 10);
    }

    private static List<DeadLetter> listed(DeadLetterFilter filter, int size) {
        List<DeadLetter> listed = new ArrayList<>();
        Optional<DeadLetterPosition> before = Optional.empty();
        try (TopicReader reader = reader()) {
            LetterPages pages = new LetterPages(reader, () -> false);
            do {
                DeadLetterPage page = pages.newest(LETTERS, filter, before, size);
                assertThat(page.items()).hasSizeLessThanOrEqualTo(size);
                listed.addAll(page.items());
                before = page.next();
            } while (before.isPresent());
        }
        return listed;
    }

    private static TopicReader reader() {
        return new TopicReader(topics, Duration.ofSeconds(20));
    }

    private static ProducerRecord<byte[], byte[]> letter(int number) {
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>(EVENTS, 1, number, bytes("key"), bytes("value " + number));
        record.headers().add("trace", bytes("1"));
        Undecodable why = new Undecodable(
                new EventId(EVENTS, 1, number), number % 2 == 0 ? Reason.TOO_DEEP : Reason.NOT_JSON, "it is bad");
        ProducerRecord<byte[], byte[]> letter = Envelope.around(LETTERS, record, why, START.plusSeconds(number));
        return new ProducerRecord<>(
                LETTERS, number % 3 == 0 ? 0 : 1, letter.timestamp(), letter.key(), letter.value(), letter.headers());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
