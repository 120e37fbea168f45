package com.footstone.audit.model;

import java.util.Objects;

/**
 * A column and the clause it stands in.
 *
 * @param table the table the column belongs to, or empty if the text alone does not say
 * @param column name of the column, or {@code *}
 * @param clause where it is used
 */
public record ColumnUse(String table, String column, Clause clause) {

    public ColumnUse {
        Objects.requireNonNull(table, "table is null");
        Checks.requireText(column, "column");
        Objects.requireNonNull(clause, "clause is null");
    }
}
