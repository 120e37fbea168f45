package com.footstone.audit.dev.shop.accident;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.footstone.audit.capture.context.AuditContext;
import com.footstone.audit.dev.shop.work.Assortment;
import com.footstone.audit.dev.shop.work.Desk;
import com.footstone.audit.dev.shop.work.SqlSession;

/**
 * Transactions that get in each other's way, on two connections each. They fight over the stock of products that are not
 * for sale, so that no clerk is held up.
 */
final class LockAccidents {

    private static final String TAKE_ONE =
            "update stock set quantity = quantity - 1 where warehouse_id = ? and product_id = ?";
    private static final int ONE_PRODUCT = Assortment.PRODUCTS_FOR_SALE + 1;
    private static final int OTHER_PRODUCT = Assortment.PRODUCTS_FOR_SALE + 2;

    private LockAccidents() {}

    static long lockTimeout(Desk desk) throws SQLException {
        try (SqlSession holder = SqlSession.begin(desk.dataSource());
                SqlSession waiter = SqlSession.begin(desk.dataSource())) {
            holder.query(
                    "StockDao.lock",
                    "select quantity from stock where warehouse_id = ? and product_id = ? for update",
                    row -> row.getInt(1),
                    desk.warehouse(),
                    ONE_PRODUCT);
            waiter.command("StockDao.limitWait", "set local lock_timeout = '250ms'");
            return waiter.update("StockDao.takeOne", TAKE_ONE, desk.warehouse(), ONE_PRODUCT);
        }
    }

    static long deadlock(Desk desk) throws SQLException {
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        FutureTask<Optional<SQLException>> other = new FutureTask<>(AuditContext.current()
                .wrap((Callable<Optional<SQLException>>) () -> move(desk, OTHER_PRODUCT, ONE_PRODUCT, bothHoldOne)));
        new Thread(other, "shop-deadlock").start();
        Optional<SQLException> victim = move(desk, ONE_PRODUCT, OTHER_PRODUCT, bothHoldOne);
        Optional<SQLException> otherVictim = resultOf(other);
        SQLException failure = victim.or(() -> otherVictim).orElse(null);
        if (failure != null) {
            throw failure;
        }
        return 0;
    }

    /** Moves a piece from one shelf to another, in a transaction that begins together with another's. */
    private static Optional<SQLException> move(Desk desk, int from, int to, CyclicBarrier bothHoldOne) {
        try (SqlSession session = SqlSession.begin(desk.dataSource())) {
            session.update("StockDao.takeOne", TAKE_ONE, desk.warehouse(), from);
            meet(bothHoldOne);
            session.update(
                    "StockDao.putOne",
                    "update stock set quantity = quantity + 1 where warehouse_id = ? and product_id = ?",
                    desk.warehouse(),
                    to);
            session.commit();
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(e);
        }
    }

    private static void meet(CyclicBarrier barrier) throws SQLException {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while waiting for the other transaction", e);
        } catch (BrokenBarrierException | TimeoutException e) {
            throw new SQLException("The other transaction did not come as far as it should", e);
        }
    }

    private static Optional<SQLException> resultOf(FutureTask<Optional<SQLException>> task) throws SQLException {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while waiting for the other transaction", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The other transaction failed outside the database", e.getCause());
        }
    }
}
