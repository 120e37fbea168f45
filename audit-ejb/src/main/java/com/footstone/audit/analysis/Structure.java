package com.footstone.audit.analysis;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

import com.footstone.audit.model.Clause;
import com.footstone.audit.model.ColumnUse;
import com.footstone.audit.model.Conversion;
import com.footstone.audit.model.Presence;
import com.footstone.audit.model.Trait;

/** What a parse collects. Confined to the thread that parses until it is complete. */
final class Structure {

    /** Wide tables joined are no reason to keep lists without end. */
    private static final int MOST_COLUMNS = 4096;

    /** Queries that double the columns of others can make them without end in a short text. */
    private static final int MOST_FOLLOWED = 1 << 16;

    private final Set<String> read = new TreeSet<>();
    private final Set<String> written = new TreeSet<>();
    private final Set<ColumnUse> columns = new LinkedHashSet<>();
    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
    private final List<String> gaps = new ArrayList<>();
    private final Set<Comparison> comparisons = new LinkedHashSet<>();
    private final Set<Conversion> conversions = new LinkedHashSet<>();
    private final Schema schema;
    private final BooleanSupplier stopped;
    private int followed;
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
        this(schema, () -> false);
    }

    /** @param stopped whether nobody waits any longer */
    Structure(Schema schema, BooleanSupplier stopped) {
        this.schema = schema;
        this.stopped = stopped;
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

    /**
     * Notes the use of a column, and of those that it comes from.
     *
     * @throws CancellationException if nobody waits for it any longer
     */
    void uses(Source source, String column, Clause clause) {
        endIfStopped();
        List<Origin> origins = source.origins(column);
        for (Origin origin : origins) {
            if (origin.equals(Origin.OTHERS)) {
                gap("it uses a column that is made of more columns than are followed");
            } else {
                columns.add(new ColumnUse(origin.table(), origin.column(), clause));
            }
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
            if (!follows(column)) {
                return;
            }
            if (!column.name().isEmpty()) {
                uses(source, column.name(), clause);
            }
        }
    }

    /**
     * Counts a column of a query, view or table that is gone through with all that it comes from. False if there were too
     * many: then a gap says so.
     *
     * @throws CancellationException if nobody waits for it any longer
     */
    boolean follows(Relation.Column column) {
        endIfStopped();
        if (followed >= MOST_FOLLOWED) {
            gap("it has more columns than are followed through its queries");
            return false;
        }
        followed += 1 + column.origins().size();
        return true;
    }

    private void endIfStopped() {
        if (stopped.getAsBoolean()) {
            throw new CancellationException("nobody waits for the structure");
        }
    }

    /** The columns that are selected while something is read, in the order in which they are. */
    List<Origin> selectedBy(Runnable reading) {
        Set<Origin> around = selected;
        selected = new LinkedHashSet<>();
        reading.run();
        Set<Origin> found = selected;
        selected = around;
        if (around != null) {
            around.addAll(found);
        }
        found.removeIf(Structure::isNoOrigin);
        return List.copyOf(found);
    }

    private static boolean isNoOrigin(Origin origin) {
        return !origin.equals(Origin.OTHERS)
                && (origin.table().isEmpty() || origin.column().equals("*"));
    }

    /** Notes what the rows of the statement consist of. */
    void output(Relation relation) {
        output = relation;
    }

    /** What the rows of a query consist of; null if it is not known. */
    Relation output() {
        return output;
    }

    /** Notes a column that is compared with what may be a literal. */
    void compares(Comparison comparison) {
        comparisons.add(comparison);
    }

    /** Notes a column that is converted, whatever the literals. */
    void converts(Conversion conversion) {
        conversions.add(conversion);
    }

    Comparisons comparisons() {
        return Comparisons.of(comparisons, conversions);
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
