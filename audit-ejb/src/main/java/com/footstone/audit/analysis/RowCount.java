package com.footstone.audit.analysis;

import java.util.Map;
import java.util.OptionalLong;

/**
 * A number of rows that a statement names.
 *
 * @param literal the number, or -1 if the text has a placeholder in its place
 * @param parameter name or 1-based position of the placeholder, or null
 * @param adjustment what to add, for {@code ROWNUM < n}
 */
record RowCount(long literal, String parameter, int adjustment) {

    private static final long MOST = 100_000_000_000_000_000L;

    /** The number of an execution, if its text or its bound values tell. */
    static OptionalLong of(RowCount count, Map<String, String> params) {
        if (count == null) {
            return OptionalLong.empty();
        }
        long value = count.parameter == null ? count.literal : parse(params.get(count.parameter));
        return value < 0 ? OptionalLong.empty() : OptionalLong.of(Math.max(0, value + count.adjustment));
    }

    /** Reads a plain number, up to {@link #MOST}: what is above is as good as no bound; anything else is -1. */
    static long parse(CharSequence text) {
        if (text == null || text.isEmpty()) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            if (!Characters.isDigit(text.charAt(i))) {
                return -1;
            }
            value = Math.min(MOST, value * 10 + text.charAt(i) - '0');
        }
        return value;
    }
}
