package com.footstone.audit.dev.shop.accident;

import java.time.Duration;

/** What the database is certain to do when an accident happens. */
public sealed interface Promise {

    /** It reads or changes a number of rows within these bounds, both included. */
    record Rows(long fewest, long most) implements Promise {

        static Rows atLeast(long fewest) {
            return new Rows(fewest, Long.MAX_VALUE);
        }
    }

    /** It answers a statement with an error of this SQLSTATE. */
    record Refusal(String sqlState) implements Promise {}

    /** It takes at least this long for a statement. */
    record Slowness(Duration shortest) implements Promise {}
}
