package com.footstone.audit.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Questions about the events that were received last, as ClickHouse SQL. */
final class JudgedEventSql {

    private static final String MOMENT = "fromUnixTimestamp64Milli(toInt64(?), 'UTC')";

    /** Which are the newest takes one narrow column of the range; the rest is read of those alone. */
    private static final String NEWEST =
            "FROM (SELECT received_at AS received FROM events WHERE %s ORDER BY received DESC LIMIT ?)";

    private static final String EVENTS = """
            SELECT topic, partition, offset, toUnixTimestamp64Micro(timestamp) AS at_micros,
                toUnixTimestamp64Milli(received_at) AS received_millis,
                tenant_id, application, instance, host, db_system, db_name, db_user, end_user, client_address, session_id,
                trace_id, span_id, datasource, statement_id, sql_type, fingerprint, sql, tables_read, tables_written,
                duration_ms, rows_affected, rows_returned, sql_state, error,
                %s
            FROM events""".formatted(VerdictRows.COLUMNS);

    private JudgedEventSql() {}

    /**
     * When the earliest was received, as {@code earliest_millis}, of so many that were received last since a time; 0 if there
     * is none.
     */
    static BoundSql earliest(Instant from, int most) {
        return new BoundSql(
                "SELECT toUnixTimestamp64Milli(min(received)) AS earliest_millis "
                        + NEWEST.formatted("received_at >= " + MOMENT),
                List.of(from.toEpochMilli(), most));
    }

    /**
     * A page of events, the newest first. It reads long columns only of about as many events as it has.
     *
     * @param from when the first of all was received that is to be on a page
     * @param after the last event of the page before, if there was one
     */
    static BoundSql page(Instant from, Optional<JudgedEvent> after, int size) {
        Conditions page = new Conditions().add("received_at >= " + MOMENT, from.toEpochMilli());
        after.ifPresent(event -> page.add("received_at <= " + MOMENT, millis(event))
                .add(
                        "(received_at, topic, partition, offset) < (" + MOMENT + ", ?, ?, ?)",
                        millis(event),
                        event.id().topic(),
                        event.id().partition(),
                        event.id().offset()));
        return page.add(
                        "received_at >= (SELECT min(received) " + NEWEST.formatted(page.text()) + ")",
                        page.valuesAnd(size))
                .statement(EVENTS, "ORDER BY received_at DESC, topic DESC, partition DESC, offset DESC\nLIMIT ?", size);
    }

    private static long millis(JudgedEvent event) {
        return event.receivedAt().toEpochMilli();
    }
}
