package com.footstone.audit.sink;

import java.sql.SQLException;
import java.util.concurrent.ExecutionException;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.data.ClickHouseFormat;
import com.footstone.audit.model.evidence.RowFormat;

/**
 * The insert of a batch: its rows in ClickHouse's binary form, which is the form that is hashed too. The token
 * is what a repeat is recognised by.
 */
final class EventInsert {

    private final InsertSettings settings;
    private final BatchRows rows;

    EventInsert(BatchRows rows) {
        this.rows = rows;
        settings = new InsertSettings()
                .setDeduplicationToken(rows.batch().range().token())
                .serverSetting("deduplicate_blocks_in_dependent_materialized_views", "1")
                .serverSetting("async_insert", "0")
                .serverSetting("max_partitions_per_insert_block", "0");
    }

    void send(Client client) throws SQLException {
        try {
            client.insert("events", RowFormat.NAME_LIST, rows::writeTo, ClickHouseFormat.RowBinary, settings)
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
}
