package com.footstone.audit.analysis;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.footstone.audit.model.Clause;
import com.footstone.audit.model.ColumnUse;
import com.footstone.audit.model.Conversion;
import com.footstone.audit.model.Presence;
import com.footstone.audit.model.Trait;

/** What a parse collects. Confined to the thread that parses until it is complete. */
final class Structure {

    /** Wide tables joined are no reason to keep lists without end. */
    private static final int MOST_COLUMNS = 4096;

    private final Set<String> read = new TreeSet<>();
    private final Set<String> written = new TreeSet<>();
    private final Set<ColumnUse> columns = new LinkedHashSet<>();
    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
    private final List<String> gaps = new ArrayList<>();
    private final Set<Comparison> comparisons = new LinkedHashSet<>();
    private final Set<Conversion> conversions = new LinkedHashSet<>();
    private final Schema schema;
    /** Columns that what is read at present selects; null if nobody asks. */
    private Set<Origin> selected;

    private Relation output;
    private Presence where;
    private Presence rowLimit;

    /** A structure that is told by the text alone. */
    Structure() {
        this(Schema.NONE);
    }

    /** @param schema the tables and views that the text can mean, as far as they are declared */
    Structure(Schema schema) {
        this.schema = schema;
    }

    Schema schema() {
        return schema;
    }

    /** What a table or view of a name is. */
    Source source(String table) {
        return new Source(table, schema.relation(table));
    }

    /** Notes a table, and if it is a declared view, what is behind it. */
    void reads(String table) {
        read.add(table);
        Relation relation = schema.relation(table);
        if (relation != null) {
            read.addAll(relation.behind());
        }
    }

    void writes(String table) {
        written.add(table);
    }

    /** If the table is a declared view of one table, then rows of that one are changed through it. */
    void changesBehind(String table) {
        Relation relation = schema.relation(table);
        if (relation != null && relation.behind().size() == 1) {
            writes(relation.behind().get(0));
        }
    }

    void uses(String table, String column, Clause clause) {
        uses(source(table), column, clause);
    }

    /** Notes the use of a column, and of those that it comes from. */
    void uses(Source source, String column, Clause clause) {
        List<Origin> origins = source.origins(column);
        for (Origin origin : origins) {
            columns.add(new ColumnUse(origin.table(), origin.column(), clause));
        }
        if (selected != null && clause == Clause.SELECTED) {
            selected.addAll(origins);
        }
    }

    /** Notes the use of all columns that are known of a source. */
    void usesAll(Source source, Clause clause) {
        if (source.relation() == null) {
            return;
        }
        for (Relation.Column column : source.relation().columns()) {
            if (columns.size() >= MOST_COLUMNS) {
                gap("it uses more columns than are listed");
                return;
            }
            if (!column.name().isEmpty()) {
                uses(source, column.name(), clause);
            }
        }
    }

    /** The columns that are selected while something is read. */
    Set<Origin> selectedBy(Runnable reading) {
        Set<Origin> around = selected;
        selected = new LinkedHashSet<>();
        reading.run();
        Set<Origin> found = selected;
        selected = around;
        if (around != null) {
            around.addAll(found);
        }
        found.removeIf(origin -> origin.table().isEmpty() || origin.column().equals("*"));
        return found;
    }

    /** Notes what the rows of the statement consist of. */
    void output(Relation relation) {
        output = relation;
    }

    /** What the rows of a query consist of; null if it is not known. */
    Relation output() {
        return output;
    }

    /** Notes a column of text that is compared with what may be a literal. */
    void compares(Comparison comparison) {
        comparisons.add(comparison);
    }

    /** Notes a column that is converted, whatever the literals. */
    void converts(Conversion conversion) {
        conversions.add(conversion);
    }

    Comparisons comparisons() {
        return comparisons.isEmpty() && conversions.isEmpty()
                ? Comparisons.NONE
                : new Comparisons(List.copyOf(comparisons), conversions);
    }

    void gap(String gap) {
        if (!gaps.contains(gap)) {
            gaps.add(gap);
        }
    }

    void trait(Trait trait) {
        traits.add(trait);
    }

    Set<Trait> traits() {
        return traits;
    }

    /** Of several parts that can have a WHERE clause, one without makes it absent. */
    void where(Presence found) {
        where = where == Presence.ABSENT ? where : found;
    }

    void rowLimit(Presence found) {
        rowLimit = rowLimit == Presence.ABSENT ? rowLimit : found;
    }

    /** What only shows a plan changes nothing: the tables it would change, it reads. */
    void onlyExplained() {
        read.addAll(written);
        written.clear();
    }

    List<String> tablesRead() {
        return List.copyOf(read);
    }

    List<String> tablesWritten() {
        return List.copyOf(written);
    }

    List<ColumnUse> columns() {
        return List.copyOf(columns);
    }

    List<String> gaps() {
        return List.copyOf(gaps);
    }

    /** Null if the statement is of a kind that has no such clause. */
    Presence where() {
        return where;
    }

    Presence rowLimit() {
        return rowLimit;
    }
}
