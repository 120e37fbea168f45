package com.footstone.audit.dev.shop.ledger;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

import com.footstone.audit.model.StatementKind;

/**
 * The running count of what the shop executed. Safe for use by many threads.
 *
 * <p>Counted is every call of an {@code execute} method of a JDBC statement of the shop's data source, whoever made it:
 * the shop itself or Hibernate, and whatever the statement is, {@code SET} and the like included. Each entry of a batch
 * is one execution. Not counted are commit, rollback and settings through the {@code Connection} API, what drivers and
 * pools send on their own, database metadata, and the installation, which uses another data source.
 */
public final class Ledger {

    private static final String NO_SQL_STATE = "none";

    private final Map<StatementKind, Tally> kinds = new EnumMap<>(StatementKind.class);
    private final Map<String, Long> errors = new TreeMap<>();
    private final Map<String, Long> operations = new TreeMap<>();

    /** Notes that an operation of the shop, such as {@code new-order} or {@code deadlock}, went as intended. */
    public synchronized void performed(String operation) {
        operations.merge(operation, 1L, Long::sum);
    }

    /** What has been counted so far. */
    public synchronized LedgerReport report() {
        return new LedgerReport(kinds, errors, operations);
    }

    void executed(StatementKind kind, long rowsAffected) {
        add(kind, new Tally(1, 0, rowsAffected, 0));
    }

    synchronized void failed(StatementKind kind, String sqlState) {
        add(kind, new Tally(1, 1, 0, 0));
        errors.merge(sqlState == null ? NO_SQL_STATE : sqlState, 1L, Long::sum);
    }

    void rowRead(StatementKind kind) {
        add(kind, new Tally(0, 0, 0, 1));
    }

    private synchronized void add(StatementKind kind, Tally tally) {
        kinds.merge(kind, tally, Tally::plus);
    }
}
