package com.footstone.audit.faults.load;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Statements of which is known what the service must say, by the pages under {@code docs/rules}. */
@SuppressWarnings("ImmutableEnumChecker") // What it holds is a record and a List.of, which do not change.
public enum Specimen {
    LOOKUP("select name, town from customer where id = %d", "SELECT", 0, Outcome.read(3, 1)),
    ORDER("insert into orders (id, customer_id, total) values (%d, 7, 12.5)", "INSERT", 0, Outcome.changed(4, 1)),
    STOCK("update stock set amount = amount - 1 where product_id = %d", "UPDATE", 0, Outcome.changed(2, 1)),
    SLOW("select sum(total) from orders where day > %d", "SELECT", 3, Outcome.read(1_500, 1), "SlowQuery"),
    VERY_SLOW(
            "select count(*) from orders o join customer c on c.id = o.customer_id where c.town = 'T%d'",
            "SELECT", 4, Outcome.read(7_000, 1), "SlowQuery"),
    EMPTIED_MAYBE("delete from basket", "DELETE", 4, Outcome.unknown(5), "NoWhere"),
    EMPTIED("delete from coupon", "DELETE", 4, Outcome.changed(9, 40), "ActualImpactNoWhere", "NoWhere"),
    MASS(
            "update price set amount = amount * 1.1 where region = %d",
            "UPDATE", 2, Outcome.changed(80, 4_000), "HighImpactMutation"),
    LARGE("select id, name from product where category = %d", "SELECT", 3, Outcome.read(70, 6_000), "LargeResult"),
    UNBOUNDED(
            "select id, seen_at from page_view where product_id = %d",
            "SELECT", 3, Outcome.read(600, 50_000), "LargeResult", "UnboundedRead"),
    DEEP_PAGE(
            "select id, name from product order by name limit 20 offset 40000",
            "SELECT",
            2,
            Outcome.read(50, 20),
            "DeepPagination"),
    DEADLOCK(
            "update stock set reserved = reserved + 1 where id = %d",
            "UPDATE", 3, Outcome.failed(30, "40P01"), "ErrorPattern"),
    DUPLICATE(
            "insert into customer (email) values ('c%d@example.com')",
            "INSERT", 1, Outcome.failed(2, "23505"), "ErrorPattern", "SensitiveLiteral");

    private final String sql;
    private final String kind;
    private final int severity;
    private final Outcome outcome;
    private final List<String> rules;

    /**
     * @param severity rank, 0 SAFE to 4 CRITICAL
     * @param rules in alphabetical order
     */
    Specimen(String sql, String kind, int severity, Outcome outcome, String... rules) {
        this.sql = sql;
        this.kind = kind;
        this.severity = severity;
        this.outcome = outcome;
        this.rules = List.of(rules);
    }

    /**
     * How an execution went.
     *
     * @param millis how long it took
     * @param changed rows changed, -1 if unknown
     * @param read rows returned, -1 if unknown
     * @param sqlState why it failed, empty if it did not
     */
    public record Outcome(long millis, long changed, long read, String sqlState) {

        private static Outcome read(long millis, long rows) {
            return new Outcome(millis, -1, rows, "");
        }

        private static Outcome changed(long millis, long rows) {
            return new Outcome(millis, rows, -1, "");
        }

        private static Outcome unknown(long millis) {
            return new Outcome(millis, -1, -1, "");
        }

        private static Outcome failed(long millis, String sqlState) {
            return new Outcome(millis, -1, -1, sqlState);
        }

        public boolean failed() {
            return !sqlState.isEmpty();
        }
    }

    /** What the service must take the statement for. */
    public String kind() {
        return kind;
    }

    public int severity() {
        return severity;
    }

    public Outcome outcome() {
        return outcome;
    }

    public List<String> rules() {
        return rules;
    }

    /** Writes an execution with a value of its own, which must not matter to what it is. */
    void write(ObjectNode event, int value) {
        event.put("sql", sql.formatted(value)).put("sqlType", kind).put("executionTimeMs", outcome.millis());
        if (outcome.changed() >= 0) {
            event.put("rowsAffected", outcome.changed());
        }
        if (outcome.read() >= 0) {
            event.put("rowsReturned", outcome.read());
        }
        if (outcome.failed()) {
            event.put("sqlState", outcome.sqlState()).put("errorMessage", "the statement failed");
        }
    }
}
