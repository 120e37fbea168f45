package com.footstone.audit.sink;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.footstone.audit.model.AuditedEvent;

/** Writes events to ClickHouse, a batch at a time in one insert. */
@ApplicationScoped
public class EventStore {

    @Inject
    private ClickHouseClient client;

    /**
     * Stores a batch. Repeating it with the same range and the same events has no further effect, in the event table and
     * in the roll-up: ClickHouse recognises the range's token.
     *
     * @param range the offsets that the batch was claimed for
     * @param receivedAt when the range was claimed
     * @throws SQLException if it is not certain that all of the batch is stored
     */
    public void insert(BatchRange range, Instant receivedAt, List<AuditedEvent> events) throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        EventInsert insert = new EventInsert(range.token());
        events.forEach(event -> insert.add(event, receivedAt));
        insert.send(client.open());
    }
}
