package com.footstone.audit.inserver;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import com.footstone.audit.sink.BatchRange;
import com.footstone.audit.sink.BatchStore;
import com.footstone.audit.sink.FencedException;
import com.footstone.audit.sink.IntakePositions;
import com.footstone.audit.sink.completeness.Judged;
import com.footstone.audit.sink.completeness.ProducerJudge;

/** A producer of a test's own, on a topic of its own, and what PostgreSQL knows of it. */
@Dependent
class OneProducer {

    static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final long NOT_BEGUN = -1;

    @Inject
    private BatchStore batches;

    @Inject
    private IntakePositions positions;

    @Inject
    private ProducerJudge judge;

    @Inject
    private Stores stores;

    private final String topic = "producers-" + UUID.randomUUID();
    private final String id = "producer-" + UUID.randomUUID();
    private long epoch = NOT_BEGUN;
    private long next;

    String topic() {
        return topic;
    }

    String id() {
        return id;
    }

    Occurrence event(long number, Instant time) {
        return event(id, number, time);
    }

    static Occurrence event(String producer, long number, Instant time) {
        return Occurrence.of("of-a-producer", time)
                .with(event -> event.producerId(producer).producerSeq(number));
    }

    List<Occurrence> events(List<Long> numbers) {
        return numbers.stream().map(number -> event(number, NOON)).toList();
    }

    /** Keeps the next batch of the first partition. */
    void keep(List<Occurrence> events) throws FencedException {
        if (epoch == NOT_BEGUN) {
            epoch = positions.begin(topic, 0, 0).epoch();
        }
        keep(0, epoch, next, events);
        next += events.size();
    }

    void keep(int partition, long owner, long from, List<Occurrence> events) throws FencedException {
        BatchRange range = new BatchRange(topic, partition, from, from + events.size());
        positions.claim(range, owner);
        batches.keep(Occurrence.batch(range, events), owner);
    }

    /** Marks what there is, then judges it as if the patience had passed; what other tests left is judged as well. */
    Judged judgeAll() {
        Instant now = Instant.now();
        judge.judge(Instant.EPOCH, PATIENCE, now);
        return judge.judge(now.plus(PATIENCE), PATIENCE, now);
    }

    /** First number, last number and how many, of all that is missing. */
    List<List<Object>> openGaps() throws SQLException {
        return stores.postgres("""
                select first, last, missing from producer_gap join producer on producer.id = producer
                where producer_id = ? and closed_at is null order by first
                """, id);
    }

    long blocks() throws SQLException {
        return (Long) stores.postgres("""
                        select count(*) from producer_block join producer on producer.id = producer
                        where producer_id = ?
                        """, id).get(0).get(0);
    }

    List<Object> row(String columns) throws SQLException {
        return stores.postgres("select " + columns + " from producer where producer_id = ?", id)
                .get(0);
    }
}
