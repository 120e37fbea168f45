package com.footstone.audit.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.footstone.audit.model.EventId;

/** Writes events to ClickHouse, a batch at a time in one insert. */
@ApplicationScoped
public class EventStore {

    /** A mutation, not a DELETE, which would only hide the row for a time; it returns when the row is gone. */
    private static final String ERASE = "ALTER TABLE events DELETE WHERE topic = ? AND partition = ? AND offset = ?"
            + " SETTINGS mutations_sync = 2";

    @Resource(lookup = "jdbc/clickhouse")
    private DataSource dataSource;

    @Inject
    private ClickHouseClient client;

    /**
     * Stores a batch. Repeating it with the same range and the same events has no further effect, in the event table and
     * in the roll-up: ClickHouse recognises the range's token.
     *
     * @throws SQLException if it is not certain that all of the batch is stored
     */
    public void insert(BatchRows rows) throws SQLException {
        if (!rows.isEmpty()) {
            new EventInsert(rows).send(client.open());
        }
    }

    /**
     * Takes an event out of the event table, and out of the files below it. Harmless to repeat. The roll-up, which has no
     * texts, goes on counting it.
     *
     * @throws SQLException if it is not certain that it is gone
     */
    public void erase(EventId event) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(ERASE)) {
            delete.setString(1, event.topic());
            delete.setInt(2, event.partition());
            delete.setLong(3, event.offset());
            delete.execute();
        }
    }
}
