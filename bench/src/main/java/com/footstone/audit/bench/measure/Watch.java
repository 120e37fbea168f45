package com.footstone.audit.bench.measure;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import com.footstone.audit.bench.stage.Databases;
import com.footstone.audit.dev.Database;

/** Looks on from outside while a contender works: how many rows its table has, and what its process has used. */
public final class Watch {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    /** Nothing more stored for so long means that something is broken. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Database clickHouse;
    private final Supplier<List<Long>> contender;
    private final Supplier<List<Long>> stores;
    private final BooleanSupplier alive;

    /**
     * @param clickHouse the contender's database; its table is {@code events}
     * @param contender ids of its processes
     * @param stores ids of the processes of broker and stores
     * @param alive whether the contender still runs
     */
    public Watch(
            Database clickHouse, Supplier<List<Long>> contender, Supplier<List<Long>> stores, BooleanSupplier alive) {
        this.clickHouse = clickHouse;
        this.contender = contender;
        this.stores = stores;
        this.alive = alive;
    }

    /**
     * One look.
     *
     * @param nanos by the clock of this Java
     * @param rows rows stored
     */
    public record Look(long nanos, long rows, ProcessUsage contender, ThreadUsage threads, ProcessUsage stores) {

        /** What happened from this look to a later one. */
        public Span to(Look later) {
            return new Span(
                    later.rows - rows,
                    Duration.ofNanos(later.nanos - nanos),
                    later.contender.cpu().minus(contender.cpu()),
                    later.threads.compiler().minus(threads.compiler()),
                    later.threads.collector().minus(threads.collector()),
                    later.stores.cpu().minus(stores.cpu()),
                    later.contender.peak());
        }
    }

    /**
     * Waits until so many rows are stored.
     *
     * @throws IllegalStateException if the contender ends or stores nothing more
     */
    public Look await(long rows) {
        long changed = System.nanoTime();
        long known = -1;
        while (true) {
            long found = rows();
            if (found >= rows) {
                return look(found);
            }
            changed = found > known ? System.nanoTime() : changed;
            known = found;
            if (!alive.getAsBoolean()) {
                throw new IllegalStateException("The contender ended with " + known + " of " + rows + " rows stored");
            }
            if (System.nanoTime() - changed > PATIENCE.toNanos()) {
                throw new IllegalStateException("The contender stopped storing at " + known + " of " + rows + " rows");
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    /** How things are. */
    public Look look() {
        return look(rows());
    }

    private Look look(long rows) {
        long nanos = System.nanoTime();
        return new Look(
                nanos,
                rows,
                ProcessUsage.of(contender.get()),
                ThreadUsage.of(contender.get()),
                ProcessUsage.of(stores.get()));
    }

    private long rows() {
        try (Connection connection = Databases.open(clickHouse);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT sum(total_rows) FROM system.tables"
                        + " WHERE database = currentDatabase() AND name = 'events'")) {
            return row.next() ? row.getLong(1) : 0;
        } catch (SQLException e) {
            throw new IllegalStateException("The rows of " + clickHouse + " cannot be counted", e);
        }
    }
}
