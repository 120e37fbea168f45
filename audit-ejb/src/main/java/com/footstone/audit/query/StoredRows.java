package com.footstone.audit.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

import com.footstone.audit.model.evidence.Hash;
import com.footstone.audit.model.evidence.RowFormat;

/** Asks ClickHouse what it holds of a batch. It hashes the rows itself, over the same bytes as the intake does. */
@ApplicationScoped
public class StoredRows {

    private static final String ROWS = "SELECT offset,"
            + " lower(hex(SHA256(concat(unhex('00'), formatRow('RowBinary', %s))))) AS leaf, "
            + VerdictRows.COLUMNS + " FROM events";

    @Resource(lookup = "jdbc/clickhouse-queries")
    private DataSource dataSource;

    /**
     * The rows of a range of offsets, by offset; never more than there are offsets.
     *
     * @param from first offset
     * @param to first offset after the range
     */
    public List<StoredRow> of(String topic, int partition, long from, long to) {
        return of(RowFormat.VERSION, topic, partition, from, to);
    }

    /**
     * The same, hashed as they were sealed.
     *
     * @param format the version of {@link RowFormat} that their batch was sealed in
     */
    public List<StoredRow> of(int format, String topic, int partition, long from, long to) {
        BoundSql sql = new Conditions()
                .add("topic = ?", topic)
                .add("partition = ?", partition)
                .add("offset >= ?", from)
                .add("offset < ?", to)
                .statement(ROWS.formatted(RowFormat.names(format)), "ORDER BY offset LIMIT ?", to - from);
        return new StoreReader(Store.CLICKHOUSE, dataSource, StoreReader.PATIENCE).list(sql, StoredRows::row);
    }

    private static StoredRow row(ResultSet row) throws SQLException {
        return new StoredRow(row.getLong("offset"), Hash.parse(row.getString("leaf")), VerdictRows.verdict(row));
    }
}
