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

    private static final int MOST_DIGITS = 18;

    /** The number of an execution, if its text or its bound values tell. */
    static OptionalLong of(RowCount count, Map<String, String> params) {
        if (count == null) {
            return OptionalLong.empty();
        }
        long value = count.parameter == null ? count.literal : parse(params.get(count.parameter));
        return value < 0 ? OptionalLong.empty() : OptionalLong.of(Math.max(0, value + count.adjustment));
    }

    /** Reads a plain number; anything else, or what is too long for a count of rows, is -1. */
    static long parse(CharSequence text) {
        if (text == null || text.isEmpty() || text.length() > MOST_DIGITS) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            if (!Characters.isDigit(text.charAt(i))) {
                return -1;
            }
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }
}
