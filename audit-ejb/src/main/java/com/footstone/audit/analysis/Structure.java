package com.footstone.audit.analysis;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.footstone.audit.model.Clause;
import com.footstone.audit.model.ColumnUse;
import com.footstone.audit.model.Presence;
import com.footstone.audit.model.Trait;

/** What a parse collects. Confined to the thread that parses until it is complete. */
final class Structure {

    private final Set<String> read = new TreeSet<>();
    private final Set<String> written = new TreeSet<>();
    private final Set<ColumnUse> columns = new LinkedHashSet<>();
    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
    private final List<String> gaps = new ArrayList<>();
    private Presence where;
    private Presence rowLimit;

    void reads(String table) {
        read.add(table);
    }

    void writes(String table) {
        written.add(table);
    }

    void uses(String table, String column, Clause clause) {
        columns.add(new ColumnUse(table, column, clause));
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
