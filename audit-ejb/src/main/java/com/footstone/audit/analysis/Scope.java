package com.footstone.audit.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import net.sf.jsqlparser.expression.Expression;

/** The names that a query can use: its sources by alias, its WITH queries, and all that the queries around it have. */
final class Scope {

    /** The table of a source that is a query or function: the text does not say which table its columns are of. */
    static final String DERIVED = "";

    private final Scope outer;
    private final Map<String, String> tableBySource = new LinkedHashMap<>();
    private final Set<String> withQueries = new HashSet<>();
    private final Map<String, Expression> selected = new HashMap<>();

    Scope(Scope outer) {
        this.outer = outer;
    }

    void addTable(String name, String table) {
        tableBySource.put(Names.key(name), table);
    }

    void addDerived(String alias) {
        tableBySource.put(Names.key(alias), DERIVED);
    }

    void addWithQuery(String name) {
        withQueries.add(Names.key(name));
    }

    void addSelected(String alias, Expression expression) {
        selected.put(Names.key(alias), expression);
    }

    boolean isWithQuery(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (scope.withQueries.contains(Names.key(name))) {
                return true;
            }
        }
        return false;
    }

    /** What a name stands for in ORDER BY, GROUP BY and HAVING if it is not a column: the expression it names, or null. */
    Expression selectedAs(String alias) {
        return selected.get(Names.key(alias));
    }

    /** The table of a source, {@link #DERIVED}, or null if no source has the name. */
    String tableOf(String source) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            String table = scope.tableBySource.get(Names.key(source));
            if (table != null) {
                return table;
            }
        }
        return null;
    }

    /**
     * The table of a column without a qualifier: of the only source of the innermost query that has any, as SQL looks
     * there first. With several sources the text does not say.
     */
    String onlyTable() {
        Scope scope = this;
        while (scope.tableBySource.isEmpty() && scope.outer != null) {
            scope = scope.outer;
        }
        return scope.tableBySource.size() == 1
                ? scope.tableBySource.values().iterator().next()
                : DERIVED;
    }
}
