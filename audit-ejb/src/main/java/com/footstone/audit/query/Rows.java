package com.footstone.audit.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

import com.footstone.audit.model.Severity;

/** Reads the values that rows of both stores have in common. */
final class Rows {

    private Rows() {}

    /** One row as a record. */
    interface Mapping<T> {
        T map(ResultSet row) throws SQLException;
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        Object[] values = (Object[]) row.getArray(column).getArray();
        return Arrays.stream(values).map(String::valueOf).toList();
    }

    /** A count that is stored as -1 where it is not known. */
    static OptionalLong count(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return value < 0 ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** A moment of PostgreSQL. */
    static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Severity severity(ResultSet row, String column) throws SQLException {
        int rank = row.getInt(column);
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.rank() == rank)
                .findFirst()
                .orElseThrow(
                        () -> new UnreadableValueException(column + " is of a rank that this version does not know"));
    }
}
