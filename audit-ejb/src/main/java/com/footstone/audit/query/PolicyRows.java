package com.footstone.audit.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalLong;

import com.footstone.audit.model.InvalidValueException;
import com.footstone.audit.policy.PolicyText;

/** Reads the rows that {@link PolicySql} asks for. */
final class PolicyRows {

    private PolicyRows() {}

    static PolicyVersion version(ResultSet row) throws SQLException {
        try {
            return new PolicyVersion(
                    PolicyText.policy(row.getLong("version"), row.getString("document")),
                    row.getString("comment"),
                    row.getString("made_by"),
                    Rows.time(row, "made_at"));
        } catch (InvalidValueException e) {
            throw unreadable(e);
        }
    }

    static PolicyVersionSummary versionSummary(ResultSet row) throws SQLException {
        return new PolicyVersionSummary(
                row.getLong("version"), row.getString("comment"), row.getString("made_by"), Rows.time(row, "made_at"));
    }

    static ExemptionSummary exemption(ResultSet row) throws SQLException {
        try {
            return new ExemptionSummary(
                    row.getLong("id"),
                    PolicyText.request(row.getString("request"), row.getString("owner")),
                    Rows.time(row, "asked_at"),
                    Optional.ofNullable(row.getString("approver")),
                    time(row, "approved_at"),
                    Optional.ofNullable(row.getString("ended_by")),
                    time(row, "ended_at"),
                    row.getLong("applied"),
                    time(row, "applied_at"));
        } catch (InvalidValueException e) {
            throw unreadable(e);
        }
    }

    static PolicyChangeSummary changeSummary(ResultSet row) throws SQLException {
        return new PolicyChangeSummary(
                row.getLong("id"),
                Rows.time(row, "changed_at"),
                row.getString("changed_by"),
                row.getString("action"),
                number(row, "exemption"),
                number(row, "version"));
    }

    static PolicyChange change(ResultSet row) throws SQLException {
        return new PolicyChange(changeSummary(row), row.getString("before"), row.getString("after"));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OptionalLong number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    }

    private static UnreadableValueException unreadable(InvalidValueException e) {
        return new UnreadableValueException("the policy is not of a shape that this version knows: " + e.getMessage());
    }
}
