package com.footstone.audit.capture.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

import com.footstone.audit.capture.delivery.DatabaseSession;
import com.footstone.audit.capture.jdbc.OpenWork.OpenConnection;

/** What is known about one connection: the session it belongs to, and its statements that are not over. */
final class ConnectionWatch {

    private final ExecutionRecorder recorder;
    private final Connection target;
    private volatile DatabaseSession session;
    private OpenConnection open;

    ConnectionWatch(ExecutionRecorder recorder, Connection target, DatabaseSession session) {
        this.recorder = recorder;
        this.target = target;
        this.session = session;
    }

    void watch(OpenConnection connection) {
        open = connection;
    }

    OpenConnection open() {
        return open;
    }

    DatabaseSession session() {
        return session;
    }

    /** The application turned to another database on the same connection. */
    void catalogChanged() {
        recorder.safely(() -> {
            DatabaseSession before = session;
            session = new DatabaseSession(before.dbSystem(), catalog(), before.dbUser(), before.sessionId());
        });
    }

    /** The connection is about to close, or to go back to its pool. */
    void closing() {
        recorder.safely(open::finish);
    }

    /** The connection is cut off, maybe while another thread waits for the database: nothing may ask the driver. */
    void aborting() {
        recorder.safely(open::forgotten);
    }

    private String catalog() {
        try {
            return target.getCatalog();
        } catch (SQLException e) {
            return null;
        }
    }
}
