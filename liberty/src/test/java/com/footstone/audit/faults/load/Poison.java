package com.footstone.audit.faults.load;

import java.nio.charset.StandardCharsets;

/** Records that are no events, each named by the reason that the service must give. */
public enum Poison {
    EMPTY_VALUE(null),
    NOT_JSON("select 1"),
    WRONG_TYPE("[1, 2, 3]"),
    MISSING_FIELD("{\"sqlType\":\"SELECT\",\"timestamp\":\"2026-01-01T00:00:00Z\"}"),
    MALFORMED_TIMESTAMP("{\"sql\":\"select 1\",\"sqlType\":\"SELECT\",\"timestamp\":\"yesterday\"}"),
    FUTURE_TIMESTAMP("{\"sql\":\"select 1\",\"sqlType\":\"SELECT\",\"timestamp\":\"9999-12-31T23:59:59Z\"}");

    private final String value;

    Poison(String value) {
        this.value = value;
    }

    byte[] value() {
        return value == null ? null : value.getBytes(StandardCharsets.UTF_8);
    }
}
