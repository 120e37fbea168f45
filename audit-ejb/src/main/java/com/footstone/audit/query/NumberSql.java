package com.footstone.audit.query;

import java.util.List;
import java.util.Optional;

import com.footstone.audit.query.CompletenessFilter.Range;

/** Questions about the numbers that producers gave their events, as ClickHouse SQL. */
final class NumberSql {

    /** Most producers that are named as ambiguous. */
    static final int AMBIGUOUS = 1000;

    /** Higher numbers are no sequence. */
    private static final long MAX = 1L << 62;

    private static final String TRACKED = "producer_id != '' AND producer_seq >= 0 AND producer_seq <= " + MAX;

    // Numbers lie close together, and a bitmap counts such exactly in little memory.
    private static final String COUNTS = "count() AS events, groupBitmap(toUInt64(producer_seq)) AS numbers";

    private NumberSql() {}

    /** What came of some producers. */
    static BoundSql received(Range range, List<String> producers) {
        return range(range)
                .add(TRACKED)
                .add("producer_id IN (" + CompletenessSql.marks(producers.size()) + ")", producers.toArray())
                .statement(
                        "SELECT producer_id, " + COUNTS
                                + ", min(producer_seq) AS first_number, max(producer_seq) AS last_number\nFROM events",
                        "GROUP BY producer_id\nLIMIT ?",
                        producers.size());
    }

    /** How many events have neither producer nor number. */
    static BoundSql untracked(CompletenessFilter filter, Range range) {
        return range(range)
                .add("NOT (" + TRACKED + ")")
                .addIf("tenant_id = ?", filter.tenant())
                .addIf("application = ?", filter.application())
                .statement("SELECT count() AS events\nFROM events", "LIMIT 1");
    }

    /** How many events came beyond the first of their number, of all producers together. */
    static BoundSql duplicates(CompletenessFilter filter, Range range) {
        BoundSql each = tracked(filter, range).statement("SELECT " + COUNTS + "\nFROM events", "GROUP BY producer_id");
        return new BoundSql(
                "SELECT sum(events - numbers) AS duplicates FROM (" + each.text() + ") LIMIT 1", each.values());
    }

    /** Producers that gave one number to events that are not the same. */
    static BoundSql ambiguous(CompletenessFilter filter, Range range) {
        BoundSql numbers = tracked(filter, range)
                .statement(
                        "SELECT producer_id\nFROM events",
                        "GROUP BY producer_id, producer_seq\n"
                                + "HAVING uniqExact(timestamp, fingerprint, tenant_id, application, instance) > 1");
        return new BoundSql(
                "SELECT DISTINCT producer_id FROM (" + numbers.text() + ") LIMIT " + AMBIGUOUS, numbers.values());
    }

    private static Conditions tracked(CompletenessFilter filter, Range range) {
        return range(range).add(TRACKED).addIf("producer_id = ?", filter.producer());
    }

    private static Conditions range(Range range) {
        Conditions conditions = new Conditions();
        EventSql.range(conditions, new TimeRange(Optional.of(range.from()), Optional.of(range.to())));
        return conditions;
    }
}
