package com.footstone.audit.dev.shop;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

import org.hibernate.SessionFactory;

import com.footstone.audit.dev.shop.accident.Accident;
import com.footstone.audit.dev.shop.ledger.CountingDataSource;
import com.footstone.audit.dev.shop.ledger.Ledger;
import com.footstone.audit.dev.shop.ledger.LedgerReport;
import com.footstone.audit.dev.shop.work.Assortment;
import com.footstone.audit.dev.shop.work.Deck;
import com.footstone.audit.dev.shop.work.Desk;

/**
 * A small shop at work on PostgreSQL: a desk for each of its warehouses, and a back office where the accidents happen.
 *
 * <p>What each desk does, and in which order, follows from the seed. Two runs of the same {@linkplain ShopPlan#counted
 * counted plan} with the same seed, each on a freshly installed database, give the same {@linkplain #report report}.
 */
public final class Shop implements AutoCloseable {

    /** Connections that a shop at work needs at once: one for each desk, and two for accidents with locks. */
    public static final int CONNECTIONS = Assortment.WAREHOUSES + 2;

    private static final int BACK_OFFICE_WAREHOUSE = 1;

    private final Ledger ledger = new Ledger();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final SessionFactory sessions;
    private final List<Desk> desks = new ArrayList<>();
    private final Desk backOffice;

    /**
     * @param audited what the shop works with; it should hold {@link #CONNECTIONS} or more
     * @param seed decides everything that is done at random
     */
    public Shop(DataSource audited, long seed) {
        this(audited, seed, Clock.systemUTC());
    }

    Shop(DataSource audited, long seed, Clock clock) {
        DataSource counted = new CountingDataSource(audited, ledger);
        sessions = Mapping.open(counted);
        Random seeds = new Random(seed);
        for (int warehouse = 1; warehouse <= Assortment.WAREHOUSES; warehouse++) {
            desks.add(new Desk(counted, sessions, warehouse, seeds.nextLong(), clock));
        }
        backOffice = new Desk(counted, sessions, BACK_OFFICE_WAREHOUSE, seeds.nextLong(), clock);
    }

    /**
     * Creates the shop's tables and fills them, unless they are there already. This is no work of the shop: it goes
     * through a data source that is not audited, and is not in the ledger.
     *
     * @param unaudited a data source for the database that the shop is to work on
     */
    public static void install(DataSource unaudited, long seed) throws SQLException {
        Installation.ensure(unaudited, seed);
    }

    /**
     * Does what the plan says and returns when it is done, or after {@link #stop}. Failures of the database are survived.
     *
     * @throws InterruptedException if the calling thread is interrupted; the shop then stops
     */
    public void run(ShopPlan plan) throws InterruptedException {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            CompletableFuture<?>[] workers = Stream.concat(
                            LongStream.range(0, desks.size())
                                    .mapToObj(desk -> (Runnable) () -> serve((int) desk, plan)),
                            Stream.of(() -> haveAccidents(plan)))
                    .map(work -> CompletableFuture.runAsync(work, threads))
                    .toArray(CompletableFuture<?>[]::new);
            await(CompletableFuture.allOf(workers), plan.duration());
        } finally {
            threads.shutdown();
        }
    }

    /** Has one accident happen now, apart from any plan. Not to be called while the shop runs. */
    public void cause(Accident accident) throws SQLException {
        backOffice.serve(accident);
        ledger.performed(accident.label());
    }

    /** Has the shop begin nothing new; {@link #run} returns when what is under way is done. A shop runs no more after this. */
    public void stop() {
        stop.countDown();
    }

    /** What the shop has executed so far. */
    public LedgerReport report() {
        return ledger.report();
    }

    @Override
    public void close() {
        stop();
        sessions.close();
    }

    private void serve(int index, ShopPlan plan) {
        Desk desk = desks.get(index);
        long share = plan.operations() / desks.size() + (index < plan.operations() % desks.size() ? 1 : 0);
        var tasks = LongStream.range(0, share)
                .mapToObj(i -> Deck.draw(desk.random()))
                .iterator();
        worker(desk).work(tasks, Pace.perSecond(plan.ratePerSecond() / desks.size(), stop));
    }

    private void haveAccidents(ShopPlan plan) {
        Pace withoutPause = new Pace(Duration.ZERO, stop);
        Pace rounds = new Pace(plan.accidentsEvery(), stop);
        Worker worker = worker(backOffice);
        try {
            for (long round = 0; round < plan.accidentRounds() && rounds.awaitTurn(); round++) {
                worker.work(List.of(Accident.values()).iterator(), withoutPause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Worker worker(Desk desk) {
        return new Worker(desk, ledger, stop);
    }

    private void await(CompletableFuture<Void> work, Duration atMost) throws InterruptedException {
        try {
            work.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            stop();
            work.join();
        } catch (InterruptedException e) {
            stop();
            throw e;
        } catch (ExecutionException e) {
            stop();
            throw new IllegalStateException("The shop broke down", e.getCause());
        }
    }
}
