package com.footstone.audit.query;

import java.util.List;

/**
 * Part of an answer.
 *
 * @param items what was found, in the order of the question
 * @param more whether there is more after the last item
 */
public record Page<T>(List<T> items, boolean more) {

    /** Most items that a page may be asked to hold. */
    public static final int MAX_SIZE = 1000;

    public Page {
        items = List.copyOf(items);
    }

    /** A page of the first {@code size} of the rows, which were asked for with one more to see whether there is one. */
    static <T> Page<T> of(List<T> rows, int size) {
        return rows.size() > size ? new Page<>(rows.subList(0, size), true) : new Page<>(rows, false);
    }
}
