package com.footstone.audit.query;

import java.sql.ResultSet;
import java.sql.SQLException;

import com.footstone.audit.model.anomaly.Subject;
import com.footstone.audit.model.anomaly.Window;

/** Reads the rows that {@link AnomalySql} asks for. */
final class AnomalyRows {

    private AnomalyRows() {}

    static AnomalySummary summary(ResultSet row) throws SQLException {
        return new AnomalySummary(
                row.getLong("id"),
                row.getString("detector"),
                new Subject(
                        row.getString("tenant_id"),
                        row.getString("application"),
                        row.getString("db_system"),
                        row.getString("db_name"),
                        row.getString("db_user"),
                        row.getString("end_user"),
                        row.getString("fingerprint"),
                        row.getString("table_name")),
                Rows.severity(row, "severity"),
                new Window(Rows.time(row, "window_from"), Rows.time(row, "window_to")),
                row.getInt("windows"),
                row.getString("message"),
                StoredJson.texts(row.getString("evidence")),
                Rows.time(row, "detected_at"));
    }
}
