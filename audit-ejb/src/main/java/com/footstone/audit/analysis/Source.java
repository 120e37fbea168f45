package com.footstone.audit.analysis;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a query reads from.
 *
 * @param table name of the table or view as the statement has it; empty for a query or function
 * @param relation its columns, or null if nothing is known of them
 */
record Source(String table, Relation relation) {

    /** A query or function of which nothing is known. */
    static final Source UNKNOWN = new Source("", null);

    Source {
        Objects.requireNonNull(table, "table is null");
    }

    boolean has(String column) {
        return relation != null && relation.column(column) != null;
    }

    /** Whether a column that is not among the known ones may be there all the same. */
    boolean mayHaveMore() {
        return relation == null || !relation.complete();
    }

    ColumnType typeOf(String column) {
        return has(column) ? relation.column(column).type() : ColumnType.OTHER;
    }

    /** The columns that a use of one is a use of: itself if this is a table, and those that it comes from. */
    List<Origin> origins(String column) {
        List<Origin> behind = has(column) ? relation.column(column).origins() : List.of();
        if (table.isEmpty()) {
            return behind.isEmpty() ? List.of(new Origin("", column)) : behind;
        }
        Origin own = new Origin(table, column);
        return behind.isEmpty()
                ? List.of(own)
                : Stream.concat(Stream.of(own), behind.stream()).toList();
    }
}
