package com.footstone.audit.dev.shop.accident;

import java.sql.SQLException;
import java.time.Duration;

import com.footstone.audit.dev.shop.work.Desk;
import com.footstone.audit.dev.shop.work.Task;

/** The accidents, in the order in which a round of them happens. */
@SuppressWarnings("ImmutableEnumChecker") // Mishaps are functions without state, and promises records.
public enum Accident implements Task {
    /** Orders are read with one query, and then the lines of each with one more. */
    N_PLUS_ONE("n-plus-one", ReadAccidents::nPlusOne, Promise.Rows.atLeast(41)),
    /** A report reads a whole table: more than 10,000 rows. */
    REPORT_WITHOUT_LIMIT("report-without-limit", ReadAccidents::reportWithoutLimit, Promise.Rows.atLeast(10_001)),
    LARGE_RESULT("large-result", ReadAccidents::largeResult, new Promise.Rows(5_001, 10_000)),
    /** A page is read by skipping more than 10,000 rows. */
    DEEP_PAGINATION("deep-pagination", ReadAccidents::deepPagination, new Promise.Rows(1, 100)),
    UPDATE_WITHOUT_WHERE("update-without-where", WriteAccidents::updateWithoutWhere, Promise.Rows.atLeast(1)),
    DELETE_WITHOUT_WHERE("delete-without-where", WriteAccidents::deleteWithoutWhere, Promise.Rows.atLeast(1)),
    /** An UPDATE with a WHERE clause that still touches more than 1,000 rows. */
    MASS_UPDATE("mass-update", WriteAccidents::massUpdate, new Promise.Rows(1_001, 10_000)),
    /** The same with more than 10,000 rows. */
    HUGE_UPDATE("huge-update", WriteAccidents::hugeUpdate, Promise.Rows.atLeast(10_001)),
    SYNTAX_ERROR("syntax-error", FailureAccidents::syntaxError, new Promise.Refusal("42601")),
    UNIQUE_VIOLATION("unique-violation", FailureAccidents::uniqueViolation, new Promise.Refusal("23505")),
    LOCK_TIMEOUT("lock-timeout", LockAccidents::lockTimeout, new Promise.Refusal("55P03")),
    /** Two transactions wait for each other, until the database ends one of them. */
    DEADLOCK("deadlock", LockAccidents::deadlock, new Promise.Refusal("40P01")),
    SLOW_QUERY("slow-query", FailureAccidents::slowQuery, new Promise.Slowness(Duration.ofSeconds(1))),
    VERY_SLOW_QUERY("very-slow-query", FailureAccidents::verySlowQuery, new Promise.Slowness(Duration.ofSeconds(5)));

    private final String label;
    private final Mishap mishap;
    private final Promise promise;

    Accident(String label, Mishap mishap, Promise promise) {
        this.label = label;
        this.mishap = mishap;
        this.promise = promise;
    }

    @Override
    public String label() {
        return label;
    }

    public Promise promise() {
        return promise;
    }

    /**
     * Makes it happen.
     *
     * @throws SQLException if the database refuses something else than the accident promises
     * @throws BrokenPromiseException if what happened is not what the accident promises
     */
    @Override
    public void perform(Desk desk) throws SQLException {
        if (promise instanceof Promise.Refusal refusal) {
            requireRefusal(desk, refusal);
        } else if (promise instanceof Promise.Rows bounds) {
            long rows = mishap.happen(desk);
            keep(rows >= bounds.fewest() && rows <= bounds.most(), "it concerned " + rows + " rows");
        } else if (promise instanceof Promise.Slowness slowness) {
            long start = System.nanoTime();
            mishap.happen(desk);
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            keep(taken.compareTo(slowness.shortest()) > 0, "it took " + taken);
        }
    }

    private void requireRefusal(Desk desk, Promise.Refusal refusal) throws SQLException {
        try {
            mishap.happen(desk);
        } catch (SQLException e) {
            if (refusal.sqlState().equals(e.getSQLState())) {
                return;
            }
            throw e;
        }
        keep(false, "the database refused nothing");
    }

    private void keep(boolean kept, String fact) {
        if (!kept) {
            throw new BrokenPromiseException(this, fact);
        }
    }
}
