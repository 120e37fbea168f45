package com.footstone.audit.analysis;

import java.util.Objects;

/**
 * A column that a value comes from.
 *
 * @param table the table or view that has it
 * @param column its name
 */
record Origin(String table, String column) {

    /** In the place of origins beyond those that are kept of a column. */
    static final Origin OTHERS = new Origin("", "");

    Origin {
        Objects.requireNonNull(table, "table is null");
        Objects.requireNonNull(column, "column is null");
    }
}
