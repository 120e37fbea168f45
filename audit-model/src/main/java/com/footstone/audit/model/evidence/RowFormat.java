package com.footstone.audit.model.evidence;

import java.util.List;

/**
 * The form in which a stored event is hashed: every column of its row, in this order, as ClickHouse's RowBinary writes it.
 * Texts and lists have their length in front and all else a fixed length, so different rows give different bytes; and
 * whoever asks ClickHouse for rows in that format gets the very bytes to hash.
 *
 * <p>New columns come last and make a new version. A batch is verified by the version that it was sealed in, which is that
 * of the columns there were: what lies in the newer ones of such a row is not evidence of anything.
 */
public final class RowFormat {

    /** Number of this order of columns; it is part of what a batch's link is computed from. */
    public static final int VERSION = 2;

    /** How many columns each version has, from version 1 on. */
    private static final List<Integer> WIDTHS = List.of(44, 46);

    /** How a column is written. */
    public enum Type {
        TEXT,
        TEXTS,
        FLAG,
        INT8,
        UINT8,
        INT32,
        INT64,
        MICROS,
        MILLIS
    }

    /** A column of the table {@code events}. */
    public record Column(String name, Type type) {}

    /** All columns, in the order of the table. */
    public static final List<Column> COLUMNS = List.of(
            new Column("topic", Type.TEXT),
            new Column("partition", Type.INT32),
            new Column("offset", Type.INT64),
            new Column("timestamp", Type.MICROS),
            new Column("received_at", Type.MILLIS),
            new Column("tenant_id", Type.TEXT),
            new Column("application", Type.TEXT),
            new Column("instance", Type.TEXT),
            new Column("host", Type.TEXT),
            new Column("db_system", Type.TEXT),
            new Column("db_name", Type.TEXT),
            new Column("db_user", Type.TEXT),
            new Column("end_user", Type.TEXT),
            new Column("client_address", Type.TEXT),
            new Column("session_id", Type.TEXT),
            new Column("trace_id", Type.TEXT),
            new Column("span_id", Type.TEXT),
            new Column("event_id", Type.TEXT),
            new Column("producer_id", Type.TEXT),
            new Column("producer_seq", Type.INT64),
            new Column("producer_dropped", Type.INT64),
            new Column("datasource", Type.TEXT),
            new Column("execution_layer", Type.TEXT),
            new Column("statement_id", Type.TEXT),
            new Column("sql_type", Type.TEXT),
            new Column("kind", Type.TEXT),
            new Column("fingerprint", Type.TEXT),
            new Column("sql", Type.TEXT),
            new Column("tables_read", Type.TEXTS),
            new Column("tables_written", Type.TEXTS),
            new Column("duration_ms", Type.INT64),
            new Column("rows_affected", Type.INT64),
            new Column("rows_returned", Type.INT64),
            new Column("failed", Type.FLAG),
            new Column("sql_state", Type.TEXT),
            new Column("error", Type.TEXT),
            new Column("guard", Type.TEXT),
            new Column("severity", Type.INT8),
            new Column("risk", Type.UINT8),
            new Column("risk_parts", Type.TEXT),
            new Column("confidence", Type.UINT8),
            new Column("rules", Type.TEXTS),
            new Column("findings", Type.TEXT),
            new Column("unchecked", Type.TEXTS),
            new Column("policy_version", Type.INT64),
            new Column("exempted", Type.TEXT));

    /** The names, as an INSERT lists them. */
    public static final List<String> NAME_LIST =
            COLUMNS.stream().map(Column::name).toList();

    /** The names, parted by commas, as a SELECT lists them. */
    public static final String NAMES = String.join(", ", NAME_LIST);

    private RowFormat() {}

    /** Whether this version of the product knows a version of the format. */
    public static boolean knows(int version) {
        return version >= 1 && version <= WIDTHS.size();
    }

    /** The columns of a version that is known. */
    public static List<Column> columns(int version) {
        return COLUMNS.subList(0, WIDTHS.get(version - 1));
    }

    /** Their names, parted by commas. */
    public static String names(int version) {
        return String.join(", ", NAME_LIST.subList(0, WIDTHS.get(version - 1)));
    }
}
