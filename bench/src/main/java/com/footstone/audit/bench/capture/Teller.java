package com.footstone.audit.bench.capture;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;

import com.footstone.audit.bench.load.Bank;

/** Works at the {@link Bank} for some time, one transaction after the other. */
record Teller(DataSource dataSource, Duration time, long seed) implements Callable<long[]> {

    /**
     * How fast the work went.
     *
     * @param perSecond transactions
     * @param p99Millis time within which 99 of 100 transactions were done
     */
    record Pace(double perSecond, double p99Millis) {}

    /** Has several tellers work at once. */
    static Pace work(DataSource dataSource, int tellers, Duration time) {
        ExecutorService threads = Executors.newFixedThreadPool(tellers);
        try {
            var working = IntStream.range(0, tellers)
                    .mapToObj(seed -> threads.submit(new Teller(dataSource, time, seed)))
                    .toList();
            long[] nanos = working.stream().flatMapToLong(Teller::done).sorted().toArray();
            return new Pace(nanos.length / (time.toNanos() / 1e9), nanos[(int) (nanos.length * 0.99)] / 1e6);
        } finally {
            threads.shutdown();
        }
    }

    private static LongStream done(Future<long[]> teller) {
        try {
            return LongStream.of(teller.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while tellers worked", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A teller failed", e.getCause());
        }
    }

    /** Returns how long each transaction took, in nanoseconds. */
    @Override
    public long[] call() throws SQLException {
        LongStream.Builder times = LongStream.builder();
        Random random = new Random(seed);
        long end = System.nanoTime() + time.toNanos();
        long now = System.nanoTime();
        while (now < end) {
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(false);
                Bank.transact(connection, random);
            }
            long then = now;
            now = System.nanoTime();
            times.add(now - then);
        }
        return times.build().toArray();
    }
}
