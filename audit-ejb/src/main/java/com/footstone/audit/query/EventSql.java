package com.footstone.audit.query;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import com.footstone.audit.model.EventId;

/** Questions about events as ClickHouse SQL. */
final class EventSql {

    /** Characters of a statement that a list shows. */
    static final int LISTED_SQL_LENGTH = 1000;

    /** A moment from microseconds, in a form that ClickHouse makes a constant of, so that the order key prunes by it. */
    private static final String MOMENT = "fromUnixTimestamp64Micro(toInt64(?), 'UTC')";

    // Aliases are visible in WHERE and ORDER BY, so none may hide a column.
    private static final String LISTED = """
            SELECT topic, partition, offset, toUnixTimestamp64Micro(timestamp) AS at_micros,
                tenant_id, application, db_system, db_name, db_user, end_user, trace_id,
                kind, fingerprint, substringUTF8(sql, 1, %1$d) AS shown_sql, lengthUTF8(sql) > %1$d AS sql_cut,
                tables_read, tables_written, duration_ms, rows_affected, rows_returned, failed, sql_state,
                severity, risk, confidence, rules, notEmpty(unchecked) AS incomplete
            FROM events""".formatted(LISTED_SQL_LENGTH);

    private static final String WHOLE = """
            SELECT topic, partition, offset, toUnixTimestamp64Micro(timestamp) AS at_micros,
                tenant_id, application, db_system, db_name, db_user, end_user, trace_id,
                kind, fingerprint, sql AS shown_sql, false AS sql_cut,
                tables_read, tables_written, duration_ms, rows_affected, rows_returned, failed, sql_state,
                severity, risk, confidence, rules, notEmpty(unchecked) AS incomplete,
                toUnixTimestamp64Milli(received_at) AS received_millis,
                instance, host, client_address, session_id, span_id, event_id,
                producer_id, producer_seq, producer_dropped, datasource, execution_layer, statement_id, sql_type,
                error, guard, risk_parts, findings, unchecked, policy_version, exempted
            FROM events""";

    private static final String NEWEST_FIRST =
            "ORDER BY timestamp DESC, topic DESC, partition DESC, offset DESC\nLIMIT ?";

    private static final String TABLE =
            "arrayExists(name -> lowerUTF8(name) = lowerUTF8(?) OR endsWith(lowerUTF8(name), concat('.', lowerUTF8(?))),"
                    + " arrayConcat(tables_read, tables_written))";

    private EventSql() {}

    /**
     * The newest events that meet the filter.
     *
     * @param after the event after which the answer begins
     * @param rows most rows that may come back
     */
    static BoundSql list(EventFilter filter, Optional<EventPosition> after, int rows) {
        Conditions conditions = new Conditions();
        range(conditions, filter.range());
        after.ifPresent(position -> after(conditions, position));
        filter.severity().ifPresent(least -> conditions.add("severity >= ?", least.rank()));
        conditions
                .addIf("has(rules, ?)", filter.rule())
                .addIf("fingerprint = ?", filter.fingerprint())
                .addIf("application = ?", filter.application())
                .addIf("tenant_id = ?", filter.tenant())
                .addIf("kind = ?", filter.kind().map(Enum::name))
                .addIf("trace_id = ?", filter.traceId())
                .addIf("failed = ?", filter.failed());
        filter.user().ifPresent(user -> conditions.add("(end_user = ? OR db_user = ?)", user, user));
        filter.table().ifPresent(table -> conditions.add(TABLE, table, table));
        filter.words().forEach(word -> conditions.add("positionCaseInsensitiveUTF8(sql, ?) > 0", word));
        return conditions.statement(LISTED, NEWEST_FIRST, rows);
    }

    /** Everything that is known of one event. */
    static BoundSql one(EventId id) {
        return new Conditions()
                .add("topic = ?", id.topic())
                .add("partition = ?", id.partition())
                .add("offset = ?", id.offset())
                .statement(WHOLE, "LIMIT 1");
    }

    static void range(Conditions conditions, TimeRange range) {
        range.from().ifPresent(from -> conditions.add("timestamp >= " + MOMENT, micros(from)));
        range.to().ifPresent(to -> conditions.add("timestamp < " + MOMENT, micros(to)));
    }

    /** The first condition follows from the second, and is the one that the order key understands. */
    private static void after(Conditions conditions, EventPosition position) {
        long at = micros(position.timestamp());
        EventId id = position.id();
        conditions.add("timestamp <= " + MOMENT, at);
        conditions.add(
                "(timestamp, topic, partition, offset) < (" + MOMENT + ", ?, ?, ?)",
                at,
                id.topic(),
                id.partition(),
                id.offset());
    }

    /** Microseconds since 1970, rounded up: no event lies between a moment and its round-up, so both ends stay exact. */
    static long micros(Instant instant) {
        long whole = ChronoUnit.MICROS.between(Instant.EPOCH, instant);
        return Instant.EPOCH.plus(whole, ChronoUnit.MICROS).isBefore(instant) ? whole + 1 : whole;
    }
}
