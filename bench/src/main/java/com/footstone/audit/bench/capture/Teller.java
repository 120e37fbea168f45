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
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;

import com.footstone.audit.bench.load.Bank;

/** Works at the {@link Bank} for some time, one transaction after the other. */
record Teller(DataSource dataSource, Shift shift, long seed) implements Callable<long[]> {

    /**
     * What a teller is asked for.
     *
     * @param time how long it works
     * @param pace from when one transaction is due to when the next is; zero to begin as soon as the last is done
     */
    record Shift(Duration time, Duration pace) {}

    /**
     * How fast the work went.
     *
     * @param perSecond transactions
     * @param p99Millis time within which 99 of 100 transactions were done, from when they were due
     */
    record Pace(double perSecond, double p99Millis) {}

    /** Has several tellers work at once. */
    static Pace work(DataSource dataSource, int tellers, Shift shift) {
        ExecutorService threads = Executors.newFixedThreadPool(tellers);
        try {
            var working = IntStream.range(0, tellers)
                    .mapToObj(seed -> threads.submit(new Teller(dataSource, shift, seed)))
                    .toList();
            long[] nanos = working.stream().flatMapToLong(Teller::done).sorted().toArray();
            return new Pace(nanos.length / (shift.time().toNanos() / 1e9), nanos[(int) (nanos.length * 0.99)] / 1e6);
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
        long due = System.nanoTime();
        long end = due + shift.time().toNanos();
        while (due < end) {
            await(due);
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(false);
                Bank.transact(connection, random);
            }
            long done = System.nanoTime();
            times.add(done - due);
            due = shift.pace().isZero() ? done : due + shift.pace().toNanos();
        }
        return times.build().toArray();
    }

    private static void await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
