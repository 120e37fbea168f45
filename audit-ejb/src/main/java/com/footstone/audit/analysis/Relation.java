package com.footstone.audit.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The columns of a table, a view or a query, as far as a declared schema tells them. Does not change. */
final class Relation {

    /** A value that is made of more columns is not worth to copy them for each use of it. */
    private static final int MOST_ORIGINS = 64;

    /**
     * A column.
     *
     * @param name empty if a query gives it none
     * @param type of its values
     * @param origins for a view or a query, the columns of tables and views that its values are made of, in the order in
     *     which it names them; with {@link Origin#OTHERS} if there are too many
     */
    record Column(String name, ColumnType type, List<Origin> origins) {

        Column {
            Objects.requireNonNull(name, "name is null");
            Objects.requireNonNull(type, "type is null");
            origins = bounded(origins);
        }

        /** The last one stays a column, whatever is left out. */
        private static List<Origin> bounded(List<Origin> origins) {
            return origins.size() <= MOST_ORIGINS
                    ? List.copyOf(origins)
                    : Stream.concat(Stream.of(Origin.OTHERS), origins.stream())
                            .distinct()
                            .limit(MOST_ORIGINS)
                            .toList();
        }

        private Column called(String other) {
            return new Column(other, type, origins);
        }

        /** A column whose values come from both. */
        private Column and(Column other) {
            Set<Origin> both = new LinkedHashSet<>(origins);
            both.addAll(other.origins);
            return new Column(name, type == other.type ? type : ColumnType.OTHER, List.copyOf(both));
        }
    }

    private final String name;
    private final List<Column> columns;
    private final Map<String, Column> byName = new LinkedHashMap<>();
    private final boolean complete;
    private final List<String> behind;

    /**
     * @param name as declared; empty for a query
     * @param complete whether these are all columns
     * @param behind for a view, the tables and views that it reads, as declared
     */
    Relation(String name, List<Column> columns, boolean complete, List<String> behind) {
        this.name = Objects.requireNonNull(name, "name is null");
        this.columns = List.copyOf(columns);
        this.columns.forEach(column -> byName.putIfAbsent(Names.key(column.name()), column));
        this.complete = complete;
        this.behind = List.copyOf(behind);
    }

    String name() {
        return name;
    }

    List<Column> columns() {
        return columns;
    }

    boolean complete() {
        return complete;
    }

    List<String> behind() {
        return behind;
    }

    /** The column of a name in any case of letters, or null. */
    Column column(String column) {
        return byName.get(Names.key(column));
    }

    /** The same as a view, with its origins as they were declared. */
    Relation asView(String view, List<String> tables, UnaryOperator<Origin> declared) {
        List<Column> own = columns.stream()
                .map(column -> new Column(
                        column.name(),
                        column.type(),
                        column.origins().stream().map(declared).distinct().toList()))
                .toList();
        return new Relation(view, own, complete, tables);
    }

    /** The same with other names for its first columns, as a list after an alias gives them. */
    Relation renamed(List<String> names) {
        if (names.isEmpty()) {
            return this;
        }
        List<Column> renamed = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            renamed.add(i < names.size() ? columns.get(i).called(names.get(i)) : columns.get(i));
        }
        // Of columns that are not known nobody knows where they stand among the others.
        return new Relation(name, complete ? renamed : List.of(), complete, behind);
    }

    /** What a UNION of two queries gives: the first one names the columns. Either may be null. */
    static Relation union(Relation one, Relation other) {
        if (one == null || other == null || !one.complete || !other.complete) {
            return null;
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < one.columns.size(); i++) {
            Column first = one.columns.get(i);
            columns.add(i < other.columns.size() ? first.and(other.columns.get(i)) : first);
        }
        return new Relation("", columns, true, List.of());
    }
}
