package com.footstone.audit.sink.completeness;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Values of rows, as they come from PostgreSQL. Moments come as microseconds, in which it counts. */
final class Columns {

    private Columns() {}

    /** A moment in a list of columns. */
    static String micros(String column) {
        return "cast(extract(epoch from " + column + ") * 1000000 as bigint)";
    }

    /** A moment that was asked for so; null if there is none. */
    static Instant time(Object value) {
        return value == null ? null : Instant.EPOCH.plus(((Number) value).longValue(), ChronoUnit.MICROS);
    }

    static long number(Object value) {
        return ((Number) value).longValue();
    }
}
