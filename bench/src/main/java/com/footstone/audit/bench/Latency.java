package com.footstone.audit.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
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
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

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

    Result measure(Contender contender, RecordedStream stream, double perSecond, Duration warmUp, Duration time) {
        stage.kafka().create(TOPIC);
        try (ContenderRun run = ContenderRun.start(stage, contender, TOPIC);
                SteadyLoad load = new SteadyLoad(stage.kafka(), TOPIC, stream.startingAt(Instant.now()), perSecond);
                Connection connection = Databases.open(run.run().stores().clickHouse())) {
            run.watch().await(1);
            watch(connection, load, warmUp);
            nanos = LongStream.builder();
            watch(connection, load, time);
            return Result.of(perSecond, nanos.build().toArray());
        } catch (SQLException e) {
            throw new IllegalStateException("ClickHouse does not answer", e);
        }
    }

    private void watch(Connection connection, SteadyLoad load, Duration time) throws SQLException {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            look(connection, load);
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    /** A partition's events become visible in the order of their offsets. */
    private void look(Connection connection, SteadyLoad load) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT partition, max(offset) + 1 FROM events GROUP BY partition LIMIT 100")) {
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
