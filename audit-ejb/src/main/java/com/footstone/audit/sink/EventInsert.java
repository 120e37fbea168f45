package com.footstone.audit.sink;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.data.ClickHouseFormat;
import com.footstone.audit.model.AuditedEvent;
import com.footstone.audit.model.evidence.CanonicalRow;
import com.footstone.audit.model.evidence.RowFormat;

/**
 * The insert of a batch: its rows in ClickHouse's binary form, which is the form that is hashed too. The token
 * is what a repeat is recognised by.
 */
final class EventInsert {

    private final InsertSettings settings;
    private final CanonicalRow row = new CanonicalRow();
    private final List<byte[]> rows = new ArrayList<>();

    EventInsert(String token) {
        settings = new InsertSettings()
                .setDeduplicationToken(token)
                .serverSetting("deduplicate_blocks_in_dependent_materialized_views", "1")
                .serverSetting("async_insert", "0")
                .serverSetting("max_partitions_per_insert_block", "0");
    }

    void add(AuditedEvent event, Instant receivedAt) {
        row.clear();
        EventRow.write(event, receivedAt, row);
        rows.add(row.bytes());
    }

    void send(Client client) throws SQLException {
        try {
            client.insert("events", RowFormat.NAME_LIST, this::write, ClickHouseFormat.RowBinary, settings)
                    .get()
                    .close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while inserting", e);
        } catch (ExecutionException e) {
            throw new SQLException("The insert failed", e.getCause());
        } catch (Exception e) {
            // Closing an answer may throw anything by its declaration.
            throw new SQLException("The insert failed", e);
        }
    }

    /** Called again for each try of the client's own. */
    private void write(OutputStream out) throws IOException {
        for (byte[] one : rows) {
            out.write(one);
        }
    }
}
