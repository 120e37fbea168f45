package com.footstone.audit.analysis;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import net.sf.jsqlparser.expression.Expression;

/** The names that a query can use: its sources by alias, its WITH queries, and all that the queries around it have. */
final class Scope {

    /** The table of a source that is a query or function: the text does not say which table its columns are of. */
    static final String DERIVED = "";

    private final Scope outer;
    private final boolean within;
    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final Map<String, Source> withQueries = new HashMap<>();
    private final Map<String, Expression> selected = new HashMap<>();

    Scope(Scope outer) {
        this(outer, outer != null && outer.within);
    }

    private Scope(Scope outer, boolean within) {
        this.outer = outer;
        this.within = within;
    }

    /** The scope of queries whose rows another query goes on with: it says which of their columns count. */
    static Scope within(Scope outer) {
        return new Scope(outer, true);
    }

    /** Whether another query goes on with the rows. */
    boolean isWithin() {
        return within;
    }

    /** Makes a source known by its name or alias. */
    void add(String name, Source source) {
        sources.put(Names.key(name), source);
    }

    void addWithQuery(String name, Relation relation) {
        withQueries.put(Names.key(name), new Source(DERIVED, relation));
    }

    void addSelected(String alias, Expression expression) {
        selected.put(Names.key(alias), expression);
    }

    /** The WITH query of a name, or null. */
    Source withQuery(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Source found = scope.withQueries.get(Names.key(name));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** What a name stands for in ORDER BY, GROUP BY and HAVING if it is not a column: the expression it names, or null. */
    Expression selectedAs(String alias) {
        return selected.get(Names.key(alias));
    }

    /** The table of a source, {@link #DERIVED}, or null if no source has the name. */
    String tableOf(String source) {
        Source found = source(source);
        return found == null ? null : found.table();
    }

    /** The source of a name, or null. */
    Source source(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Source source = scope.sources.get(Names.key(name));
            if (source != null) {
                return source;
            }
        }
        return null;
    }

    /**
     * The table of a column without a qualifier: of the only source of the innermost query that has any, as SQL looks
     * there first. With several sources the text does not say.
     */
    String onlyTable() {
        List<Source> innermost = List.copyOf(sources());
        return innermost.size() == 1 ? innermost.get(0).table() : DERIVED;
    }

    /** The sources of the innermost query that has any. */
    Collection<Source> sources() {
        Scope scope = this;
        while (scope.sources.isEmpty() && scope.outer != null) {
            scope = scope.outer;
        }
        return scope.sources.values();
    }

    /**
     * The source of a column without a qualifier: of the innermost query that has the column, as far as its sources are
     * declared, or else can have it; as by {@link #onlyTable} if none is declared.
     */
    Source sourceOf(String column) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Source found = scope.ownSourceOf(column);
            if (found != null) {
                return found;
            }
        }
        Collection<Source> innermost = sources();
        return innermost.size() == 1 ? innermost.iterator().next() : Source.UNKNOWN;
    }

    /** Null if no source of this query can have the column. */
    private Source ownSourceOf(String column) {
        List<Source> having =
                sources.values().stream().filter(source -> source.has(column)).toList();
        if (having.isEmpty()) {
            having = sources.values().stream().filter(Source::mayHaveMore).toList();
        }
        // Of several that are declared with it, a join by this column made one.
        return having.isEmpty() ? null : having.size() == 1 ? having.get(0) : Source.UNKNOWN;
    }
}
