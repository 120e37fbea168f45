package com.footstone.audit.analysis;

import java.util.Set;

/** Names of functions, in small letters, whose arguments are not what those of other functions are. */
final class FunctionNames {

    /** Their first argument is a unit of time, which the parser takes for a column. */
    private static final Set<String> OF_UNITS = Set.of(
            "dateadd",
            "datediff",
            "datediff_big",
            "datepart",
            "datename",
            "timestampadd",
            "timestampdiff",
            "date_trunc",
            "datetrunc",
            "last_day",
            "timestamp_trunc");

    /** Their rows are another query's, or they are no functions: no index of the column is in question. */
    private static final Set<String> OF_ROWS = Set.of(
            "count",
            "sum",
            "avg",
            "min",
            "max",
            "string_agg",
            "array_agg",
            "group_concat",
            "listagg",
            "exists",
            "any",
            "all",
            "some");

    /** Ask an index for words: without one they cannot be called. */
    private static final Set<String> OF_INDEXES = Set.of("contains", "freetext", "catsearch");

    private FunctionNames() {}

    static boolean takeUnits(String name) {
        return OF_UNITS.contains(name);
    }

    static boolean askIndexes(String name) {
        return OF_INDEXES.contains(name);
    }

    static boolean areOfRows(String name) {
        return OF_ROWS.contains(name);
    }
}
