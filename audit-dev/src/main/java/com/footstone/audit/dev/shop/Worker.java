package com.footstone.audit.dev.shop;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.persistence.PersistenceException;

import org.hibernate.JDBCException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.footstone.audit.dev.shop.accident.BrokenPromiseException;
import com.footstone.audit.dev.shop.ledger.Ledger;
import com.footstone.audit.dev.shop.work.Desk;
import com.footstone.audit.dev.shop.work.Task;

/** Does one task after the other at a desk, and enters those that went as intended in the ledger. */
final class Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    /** How long to leave a database alone that refuses what it should not. */
    private static final Duration REST = Duration.ofSeconds(1);

    private final Desk desk;
    private final Ledger ledger;
    private final CountDownLatch stop;

    Worker(Desk desk, Ledger ledger, CountDownLatch stop) {
        this.desk = desk;
        this.ledger = ledger;
        this.stop = stop;
    }

    /** Works until there are no more tasks or it is time to stop. */
    void work(Iterator<? extends Task> tasks, Pace pace) {
        try {
            while (tasks.hasNext() && pace.awaitTurn()) {
                attempt(tasks.next());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A database that fails for a while must not end the shop: it goes on with the next task. */
    private void attempt(Task task) throws InterruptedException {
        try {
            desk.serve(task);
            ledger.performed(task.label());
        } catch (SQLException e) {
            rest(task, e.getSQLState());
        } catch (JDBCException e) {
            rest(task, e.getSQLState());
        } catch (PersistenceException e) {
            rest(task, e.getClass().getSimpleName());
        } catch (BrokenPromiseException e) {
            rest(task, e.getMessage());
        }
    }

    private void rest(Task task, String reason) throws InterruptedException {
        LOG.warn("{} failed ({}); the shop goes on with something else in {}", task.label(), reason, REST);
        stop.await(REST.toMillis(), TimeUnit.MILLISECONDS);
    }
}
