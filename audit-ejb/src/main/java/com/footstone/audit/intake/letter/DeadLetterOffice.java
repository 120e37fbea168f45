package com.footstone.audit.intake.letter;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.Config;

import com.footstone.audit.intake.decode.DecodeResult;
import com.footstone.audit.intake.decode.DecodeResult.Undecodable;
import com.footstone.audit.intake.kafka.Deadline;
import com.footstone.audit.intake.kafka.KafkaTopics;
import com.footstone.audit.intake.kafka.RecordSender;
import com.footstone.audit.intake.kafka.TopicReader;
import com.footstone.audit.model.EventId;
import com.footstone.audit.query.DeadLetter;
import com.footstone.audit.query.DeadLetterDetails;
import com.footstone.audit.query.DeadLetterDetails.Outlook;
import com.footstone.audit.query.DeadLetterFilter;
import com.footstone.audit.query.DeadLetterPage;
import com.footstone.audit.query.DeadLetterPosition;
import com.footstone.audit.query.DeadLetters;
import com.footstone.audit.query.Replay;
import com.footstone.audit.query.ReplayQueries;
import com.footstone.audit.query.ReplayRefusedException;
import com.footstone.audit.query.Store;
import com.footstone.audit.query.StoreFault;
import com.footstone.audit.query.StoreUnavailableException;
import com.footstone.audit.sink.ReplayLog;

/**
 * Answers what people ask of letters. Each request reads Kafka with a consumer of its own, which joins no group; how many
 * of them there are at once, what each reads and how long it takes are bounded.
 */
@ApplicationScoped
public class DeadLetterOffice implements DeadLetters {

    private static final int MOST_AT_ONCE = 4;
    private static final Duration WAIT_FOR_TURN = Duration.ofSeconds(1);

    /** How long Kafka may be silent. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration LIST_LIMIT = Duration.ofSeconds(8);

    @Inject
    private Config config;

    @Inject
    private Admission admission;

    @Inject
    private ReplayQueries replays;

    @Inject
    private ReplayLog log;

    private final Clock clock = Clock.systemUTC();
    private final Semaphore turns = new Semaphore(MOST_AT_ONCE);
    private KafkaTopics topics;
    private RecordSender sender;

    @PostConstruct
    void open() {
        topics = KafkaTopics.from(config);
        sender = new RecordSender(topics);
    }

    @PreDestroy
    void close() {
        sender.close();
    }

    @Override
    public DeadLetterPage list(DeadLetterFilter filter, Optional<DeadLetterPosition> before, int size) {
        Deadline deadline = Deadline.in(LIST_LIMIT);
        DeadLetterPage page = reading(
                reader -> new LetterPages(reader, deadline::passed).newest(topics.deadLetters(), filter, before, size));
        Map<String, Replay> known =
                replays.of(page.items().stream().map(DeadLetter::key).toList());
        List<DeadLetter> letters = page.items().stream()
                .map(letter -> letter.with(Optional.ofNullable(known.get(letter.key()))))
                .toList();
        return new DeadLetterPage(letters, page.next());
    }

    @Override
    public Optional<DeadLetterDetails> find(EventId id) {
        return reading(reader ->
                record(reader, id).flatMap(record -> Letter.of(record).map(letter -> details(reader, record, letter))));
    }

    @Override
    public Optional<Replay> replay(EventId id, String who) {
        return reading(reader -> record(reader, id)
                .flatMap(record -> Letter.of(record).map(letter -> replay(reader, record, letter, who))));
    }

    private Optional<ConsumerRecord<byte[], byte[]>> record(TopicReader reader, EventId id) {
        return id.topic().equals(topics.deadLetters())
                ? reader.record(new TopicPartition(id.topic(), id.partition()), id.offset())
                : Optional.empty();
    }

    private DeadLetterDetails details(TopicReader reader, ConsumerRecord<byte[], byte[]> record, DeadLetter letter) {
        Optional<DecodeResult> now = Original.of(letter, record, reader).map(original -> judge(letter, original));
        RecordOutline outline = RecordOutline.of(record.value());
        return new DeadLetterDetails(
                letter.with(replayOf(letter)),
                now.map(DeadLetterOffice::outlook).orElse(Outlook.UNKNOWN),
                now.flatMap(DeadLetterOffice::fault),
                outline.fields(),
                outline.complete());
    }

    /** What was done stands, even if the record would be refused by now. */
    private Replay replay(TopicReader reader, ConsumerRecord<byte[], byte[]> record, DeadLetter letter, String who) {
        Optional<Replay> done = replayOf(letter).filter(replay -> replay.event().isPresent());
        return done.orElseGet(() -> send(new Replayer(reader, sender, admitted(reader, record, letter)), letter, who));
    }

    private Original admitted(TopicReader reader, ConsumerRecord<byte[], byte[]> record, DeadLetter letter) {
        Original original = Original.of(letter, record, reader)
                .orElseThrow(() -> new ReplayRefusedException("The letter holds a part of the record only, and Kafka no"
                        + " longer has all of it at " + letter.source() + ". The producer has to send it again."));
        fault(judge(letter, original)).ifPresent(fault -> {
            throw new ReplayRefusedException("It would be refused again: " + fault.message() + ". " + fault.remedy());
        });
        return original;
    }

    private Replay send(Replayer replayer, DeadLetter letter, String who) {
        try {
            log.begin(letter.key(), letter.id(), who, replayer.end(topics.events()));
            if (log.once(letter.key(), replayer::ensureSent).isEmpty()) {
                throw new ReplayRefusedException(
                        "It is being replayed at this moment. Ask again to hear what came of it.");
            }
        } catch (EJBException e) {
            throw StoreFault.behind(e).asException(Store.POSTGRESQL);
        }
        return replayOf(letter).orElseThrow(() -> new IllegalStateException("A replay was not kept"));
    }

    private Optional<Replay> replayOf(DeadLetter letter) {
        return Optional.ofNullable(replays.of(List.of(letter.key())).get(letter.key()));
    }

    private DecodeResult judge(DeadLetter letter, Original original) {
        return admission.judge(letter.source(), original.value(), clock.instant());
    }

    private static Outlook outlook(DecodeResult result) {
        return result instanceof Undecodable ? Outlook.REFUSED : Outlook.ACCEPTED;
    }

    private static Optional<DeadLetter.Fault> fault(DecodeResult result) {
        return result instanceof Undecodable why ? Optional.of(Letter.fault(why)) : Optional.empty();
    }

    private <T> T reading(Function<TopicReader, T> question) {
        if (!turn()) {
            throw new StoreUnavailableException(Store.KAFKA, "is asked too much at once; ask again");
        }
        try (TopicReader reader = new TopicReader(topics, PATIENCE)) {
            return question.apply(reader);
        } finally {
            turns.release();
        }
    }

    private boolean turn() {
        try {
            return turns.tryAcquire(WAIT_FOR_TURN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
