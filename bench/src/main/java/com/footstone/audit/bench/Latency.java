package com.footstone.audit.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

import com.footstone.audit.bench.contender.Contender;
import com.footstone.audit.bench.load.RecordedStream;
import com.footstone.audit.bench.load.SteadyLoad;
import com.footstone.audit.bench.measure.ContenderRun;
import com.footstone.audit.bench.stage.Databases;
import com.footstone.audit.bench.stage.Kafka;
import com.footstone.audit.bench.stage.Stage;

/**
 * How long it takes from handing an event to the Kafka producer until ClickHouse answers with it, at a steady load. The
 * table is looked at every few milliseconds, and an event counts as queryable when the answer is there: what is reported
 * is never less than what it was.
 */
final class Latency {

    private static final String TOPIC = "steady";
    private static final String LOOK =
            "SELECT partition, max(offset) + 1 FROM events WHERE timestamp >= ? GROUP BY partition LIMIT 100";
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final Duration UP_TO_DATE = Duration.ofSeconds(1);
    private static final Duration UP_TO_DATE_FOR = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Stage stage;
    private final long[] seen = new long[Kafka.PARTITIONS];
    private LongStream.Builder nanos = LongStream.builder();

    Latency(Stage stage) {
        this.stage = stage;
    }

    /**
     * What was found, in milliseconds.
     *
     * @param eventsPerSecond the load
     * @param events how many events were measured
     */
    record Result(double eventsPerSecond, long events, double p50, double p90, double p95, double p99, double max) {

        static Result of(double eventsPerSecond, long[] nanos) {
            Arrays.sort(nanos);
            return new Result(
                    eventsPerSecond,
                    nanos.length,
                    millis(nanos, 0.50),
                    millis(nanos, 0.90),
                    millis(nanos, 0.95),
                    millis(nanos, 0.99),
                    millis(nanos, 1));
        }

        private static double millis(long[] sorted, double part) {
            return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(part * sorted.length) - 1] / 1e6;
        }
    }

    /**
     * Measures for a while, once the service is warm and what has come meanwhile is worked off; if that takes longer than
     * {@link #PATIENCE}, what is measured is the backlog.
     */
    Result measure(Contender contender, RecordedStream stream, double perSecond, Duration time) {
        stage.kafka().create(TOPIC);
        try (ContenderRun run = ContenderRun.start(stage, contender, TOPIC);
                SteadyLoad load = new SteadyLoad(stage.kafka(), TOPIC, stream, perSecond);
                Connection connection = Databases.open(run.run().stores().clickHouse());
                PreparedStatement look = connection.prepareStatement(LOOK)) {
            run.watch().await(1);
            warmUp(look, load);
            nanos = LongStream.builder();
            watch(look, load, time);
            return Result.of(perSecond, nanos.build().toArray());
        } catch (SQLException e) {
            throw new IllegalStateException("ClickHouse does not answer", e);
        }
    }

    private void warmUp(PreparedStatement look, SteadyLoad load) throws SQLException {
        long begin = System.nanoTime();
        long behind = begin;
        long now = begin;
        while (now - behind < UP_TO_DATE_FOR.toNanos() && now - begin < PATIENCE.toNanos()) {
            nanos = LongStream.builder();
            watch(look, load, UP_TO_DATE.dividedBy(2));
            long[] found = nanos.build().toArray();
            now = System.nanoTime();
            if (found.length == 0 || Arrays.stream(found).max().orElseThrow() > UP_TO_DATE.toNanos()) {
                behind = now;
            }
        }
    }

    private void watch(PreparedStatement look, SteadyLoad load, Duration time) throws SQLException {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            look(look, load);
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    /** A partition's events become visible in the order of their offsets. */
    private void look(PreparedStatement look, SteadyLoad load) throws SQLException {
        // The table is ordered by time: a look at what is not too old costs the same however much is stored.
        look.setObject(1, LocalDateTime.ofInstant(load.oldestAfter(seen).minus(UP_TO_DATE), ZoneOffset.UTC));
        try (ResultSet rows = look.executeQuery()) {
            long now = System.nanoTime();
            while (rows.next()) {
                int partition = rows.getInt(1);
                long visible = rows.getLong(2);
                for (long sentAt : load.sent(partition).between(seen[partition], visible)) {
                    nanos.add(now - sentAt);
                }
                seen[partition] = Math.max(seen[partition], visible);
            }
        }
    }
}
