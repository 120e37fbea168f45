package com.footstone.audit.query;

import java.sql.ResultSet;
import java.sql.SQLException;

import com.footstone.audit.model.EventId;

/** Reads the rows that {@link FindingSql} asks for. */
final class FindingRows {

    private FindingRows() {}

    static FindingSummary summary(ResultSet row) throws SQLException {
        return new FindingSummary(
                row.getLong("id"),
                row.getString("tenant_id"),
                row.getString("application"),
                row.getString("rule"),
                Rows.severity(row, "severity"),
                row.getInt("risk"),
                row.getInt("confidence"),
                row.getLong("occurrences"),
                Rows.time(row, "first_seen"),
                Rows.time(row, "last_seen"),
                row.getString("fingerprint"),
                row.getString("kind"),
                row.getString("normalized_sql"),
                new FindingSummary.Example(
                        EventId.parse(row.getString("example_event")),
                        row.getString("example_sql"),
                        row.getString("example_message"),
                        StoredJson.texts(row.getString("example_evidence"))));
    }
}
