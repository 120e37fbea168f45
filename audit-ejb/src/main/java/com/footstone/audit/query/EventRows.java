package com.footstone.audit.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import com.footstone.audit.model.EventId;

/** Reads the rows that {@link EventSql} asks for. */
final class EventRows {

    private EventRows() {}

    static EventSummary summary(ResultSet row) throws SQLException {
        return new EventSummary(
                new EventId(row.getString("topic"), row.getInt("partition"), row.getLong("offset")),
                Instant.EPOCH.plus(row.getLong("at_micros"), ChronoUnit.MICROS),
                origin(row),
                row.getString("kind"),
                row.getString("fingerprint"),
                row.getString("shown_sql"),
                row.getBoolean("sql_cut"),
                Rows.texts(row, "tables_read"),
                Rows.texts(row, "tables_written"),
                outcome(row),
                judgement(row));
    }

    static EventDetails details(ResultSet row) throws SQLException {
        return new EventDetails(
                summary(row),
                Instant.ofEpochMilli(row.getLong("received_millis")),
                place(row),
                producer(row),
                row.getString("error"),
                row.getString("guard"),
                StoredJson.riskParts(row.getString("risk_parts")),
                StoredJson.findings(row.getString("findings")),
                Rows.texts(row, "unchecked"),
                row.getLong("policy_version"),
                StoredJson.exempted(row.getString("exempted")));
    }

    private static EventSummary.Origin origin(ResultSet row) throws SQLException {
        return new EventSummary.Origin(
                row.getString("tenant_id"),
                row.getString("application"),
                row.getString("db_system"),
                row.getString("db_name"),
                row.getString("db_user"),
                row.getString("end_user"),
                row.getString("trace_id"));
    }

    private static EventSummary.Outcome outcome(ResultSet row) throws SQLException {
        return new EventSummary.Outcome(
                Duration.ofMillis(row.getLong("duration_ms")),
                Rows.count(row, "rows_affected"),
                Rows.count(row, "rows_returned"),
                row.getBoolean("failed"),
                row.getString("sql_state"));
    }

    private static EventSummary.Judgement judgement(ResultSet row) throws SQLException {
        return new EventSummary.Judgement(
                Rows.severity(row, "severity"),
                row.getInt("risk"),
                row.getInt("confidence"),
                Rows.texts(row, "rules"),
                !row.getBoolean("incomplete"));
    }

    private static EventDetails.Place place(ResultSet row) throws SQLException {
        return new EventDetails.Place(
                row.getString("instance"),
                row.getString("host"),
                row.getString("client_address"),
                row.getString("session_id"),
                row.getString("span_id"),
                row.getString("datasource"),
                row.getString("execution_layer"),
                row.getString("statement_id"));
    }

    private static EventDetails.Producer producer(ResultSet row) throws SQLException {
        return new EventDetails.Producer(
                row.getString("event_id"),
                row.getString("producer_id"),
                Rows.count(row, "producer_seq"),
                row.getLong("producer_dropped"),
                row.getString("sql_type"));
    }
}
