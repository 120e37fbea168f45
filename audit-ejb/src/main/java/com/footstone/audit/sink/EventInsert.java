package com.footstone.audit.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

import com.footstone.audit.model.AuditedEvent;
import com.footstone.audit.model.evidence.RowFormat;
import com.footstone.audit.model.evidence.RowWriter;

/** The insert of a batch. The driver's binary form needs the columns in table order. */
final class EventInsert implements RowWriter<SQLException>, AutoCloseable {

    private static final String MARKS = "?" + ", ?".repeat(RowFormat.COLUMNS.size() - 1);

    private final PreparedStatement insert;
    private int index;

    /** A token holds letters, digits, dots, underscores, hyphens and colons: nothing to quote. */
    EventInsert(Connection connection, String token) throws SQLException {
        insert = connection.prepareStatement("INSERT INTO events (" + RowFormat.NAMES
                + ") SETTINGS insert_deduplication_token = '" + token
                + "', deduplicate_blocks_in_dependent_materialized_views = 1, async_insert = 0,"
                + " max_partitions_per_insert_block = 0 VALUES (" + MARKS + ")");
    }

    void add(AuditedEvent event, Instant receivedAt) throws SQLException {
        index = 0;
        EventRow.write(event, receivedAt, this);
        insert.addBatch();
    }

    void execute() throws SQLException {
        insert.executeBatch();
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }

    @Override
    public void text(String value) throws SQLException {
        insert.setString(++index, Objects.requireNonNullElse(value, ""));
    }

    @Override
    public void texts(List<String> values) throws SQLException {
        insert.setArray(++index, insert.getConnection().createArrayOf("String", values.toArray(String[]::new)));
    }

    @Override
    public void flag(boolean value) throws SQLException {
        insert.setBoolean(++index, value);
    }

    @Override
    public void int8(int value) throws SQLException {
        insert.setByte(++index, (byte) value);
    }

    @Override
    public void uint8(int value) throws SQLException {
        insert.setShort(++index, (short) value);
    }

    @Override
    public void int32(int value) throws SQLException {
        insert.setInt(++index, value);
    }

    @Override
    public void int64(long value) throws SQLException {
        insert.setLong(++index, value);
    }

    @Override
    public void micros(Instant value) throws SQLException {
        time(value, ChronoUnit.MICROS);
    }

    @Override
    public void millis(Instant value) throws SQLException {
        time(value, ChronoUnit.MILLIS);
    }

    /** Cut here, so that it is not for the driver or the store to round. */
    private void time(Instant value, ChronoUnit unit) throws SQLException {
        insert.setObject(++index, value.truncatedTo(unit).atZone(ZoneOffset.UTC));
    }
}
