package com.footstone.audit.model;

import java.util.Objects;

/**
 * A column whose values the database has to convert before it can compare them as a condition asks, which an index of the
 * column does not serve.
 *
 * @param table the table that has it
 * @param column its name
 * @param from the kind of its values, such as {@code text}
 * @param to the kind of what it is compared with, such as {@code number}
 */
public record Conversion(String table, String column, String from, String to) {

    public Conversion {
        Objects.requireNonNull(table, "table is null");
        Checks.requireText(column, "column");
        Checks.requireText(from, "from");
        Checks.requireText(to, "to");
    }
}
