package com.footstone.audit.dev.shop.work;

import java.sql.SQLException;

/** One of the things that a clerk does over and over. */
public interface Task {

    /** The name in the ledger, such as {@code new-order}. */
    String label();

    /** Whether a clerk does it; otherwise it runs by itself, on nobody's behalf. */
    default boolean attended() {
        return true;
    }

    /**
     * Does it once, committed or rolled back when this returns.
     *
     * @throws SQLException if the database refuses what it should not
     */
    void perform(Desk desk) throws SQLException;
}
