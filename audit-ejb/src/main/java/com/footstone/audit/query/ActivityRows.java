package com.footstone.audit.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

import com.footstone.audit.model.anomaly.Subject;

/** Reads the rows that {@link ActivitySql} asks for. */
final class ActivityRows {

    private ActivityRows() {}

    static FailureRate failureRate(ResultSet row) throws SQLException {
        return new FailureRate(
                database(row).by(row.getString("application")),
                row.getLong("statements"),
                row.getLong("failures"),
                Rows.texts(row, "states"),
                span(row));
    }

    static UserFailures userFailures(ResultSet row) throws SQLException {
        return new UserFailures(
                user(row),
                row.getLong("statements"),
                row.getLong("failures"),
                row.getLong("refused"),
                row.getLong("fingerprints"),
                Rows.texts(row, "states"),
                span(row));
    }

    static SeenStatement statement(ResultSet row) throws SQLException {
        return new SeenStatement(statementSubject(row), row.getString("what"), row.getLong("executions"), span(row));
    }

    static TableAccess tableAccess(ResultSet row) throws SQLException {
        return new TableAccess(
                user(row).on(row.getString("touched")), row.getLong("executions"), row.getLong("changes"), span(row));
    }

    static HourlyVolume volume(ResultSet row) throws SQLException {
        List<String> hours = Rows.texts(row, "hours");
        List<String> statements = Rows.texts(row, "statements");
        List<String> rows = Rows.texts(row, "returned");
        return new HourlyVolume(
                Subject.ofTenant(row.getString("tenant_id")).by(row.getString("application")),
                IntStream.range(0, hours.size())
                        .mapToObj(i -> new HourlyVolume.Hour(
                                Instant.ofEpochSecond(Long.parseLong(hours.get(i))),
                                Long.parseLong(statements.get(i)),
                                Long.parseLong(rows.get(i))))
                        .toList());
    }

    static UserHour userHour(ResultSet row) throws SQLException {
        return new UserHour(user(row), hour(row), row.getLong("executions"), row.getLong("returned"), span(row));
    }

    static StatementHour statementHour(ResultSet row) throws SQLException {
        return new StatementHour(statementSubject(row), hour(row), row.getLong("executions"), row.getLong("returned"));
    }

    static TraceRepetition traceRepetition(ResultSet row) throws SQLException {
        return new TraceRepetition(
                statementSubject(row),
                row.getLong("traces"),
                row.getLong("most"),
                row.getLong("executions"),
                span(row));
    }

    static UserOrigin userOrigin(ResultSet row) throws SQLException {
        return new UserOrigin(
                user(row),
                row.getString("host"),
                row.getString("client_address"),
                row.getLong("executions"),
                span(row));
    }

    static PlaceShape placeShape(ResultSet row) throws SQLException {
        return new PlaceShape(
                statementSubject(row),
                row.getString("statement_id"),
                row.getString("what"),
                Rows.texts(row, "touched"),
                Rows.texts(row, "constructs"),
                row.getLong("executions"),
                span(row));
    }

    private static Subject statementSubject(ResultSet row) throws SQLException {
        return Subject.ofTenant(row.getString("tenant_id"))
                .by(row.getString("application"))
                .through(row.getString("fingerprint"));
    }

    private static Instant hour(ResultSet row) throws SQLException {
        return Instant.ofEpochSecond(row.getLong("hour"));
    }

    private static Subject user(ResultSet row) throws SQLException {
        return database(row).as(row.getString("db_user"), row.getString("end_user"));
    }

    private static Subject database(ResultSet row) throws SQLException {
        return Subject.ofTenant(row.getString("tenant_id")).at(row.getString("db_system"), row.getString("db_name"));
    }

    private static Span span(ResultSet row) throws SQLException {
        return new Span(moment(row.getLong("first_micros")), moment(row.getLong("last_micros")));
    }

    private static Instant moment(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
