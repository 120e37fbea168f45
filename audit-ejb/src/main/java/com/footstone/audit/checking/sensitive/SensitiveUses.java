package com.footstone.audit.checking.sensitive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.footstone.audit.checking.sensitive.SensitiveUse.Purpose;
import com.footstone.audit.model.Clause;
import com.footstone.audit.model.ColumnUse;
import com.footstone.audit.model.Statement;
import com.footstone.audit.model.StatementKind;

/** Finds the sensitive columns among those that a statement uses. Aliases and nested queries are resolved by analysis. */
public final class SensitiveUses {

    private final SensitiveCatalogue catalogue;
    private final Statement statement;
    private final List<String> tables;
    private final Map<String, SensitiveUse> found = new LinkedHashMap<>();

    private SensitiveUses(SensitiveCatalogue catalogue, Statement statement) {
        this.catalogue = catalogue;
        this.statement = statement;
        List<String> all = new ArrayList<>(statement.tablesRead());
        all.addAll(statement.tablesWritten());
        this.tables = all;
    }

    /** The sensitive columns that a statement uses, each once for each purpose, in the order of the statement. */
    public static List<SensitiveUse> of(Statement statement, SensitiveCatalogue catalogue) {
        SensitiveUses uses = new SensitiveUses(catalogue, statement);
        statement.columns().forEach(uses::column);
        uses.wholeRows();
        return uses.withoutRepetition();
    }

    private void column(ColumnUse use) {
        if (use.column().equals("*")) {
            List<String> meant = use.table().isEmpty() ? joined() : List.of(use.table());
            meant.forEach(table -> row(table, Purpose.of(use.clause())));
        } else if (use.table().isEmpty()) {
            ofUnknownTable(use);
        } else {
            add(use.table() + "." + use.column(), catalogue.ofColumn(use.table(), use.column()), use.clause());
        }
    }

    /** Among several sources the text does not say whose column it is: a declaration of any of them is taken for it. */
    private void ofUnknownTable(ColumnUse use) {
        for (String table : tables) {
            Optional<Set<Tag>> declared = catalogue.declared(table, use.column());
            if (declared.isPresent()) {
                add(table + "." + use.column(), declared.get(), use.clause());
                return;
            }
        }
        add(use.column(), catalogue.ofColumn("", use.column()), use.clause());
    }

    /** The tables that a {@code *} over several sources is about: those of whose columns no nested query makes a choice. */
    private List<String> joined() {
        return statement.tablesRead().stream()
                .filter(table -> statement.columns().stream()
                        .noneMatch(use ->
                                use.clause() == Clause.SELECTED && use.table().equals(table)))
                .toList();
    }

    /** Rows that are read or written without naming a column: COPY, TABLE, INSERT without a list of columns. */
    private void wholeRows() {
        boolean namesColumns = statement.columns().stream().anyMatch(use -> use.clause() == Clause.ASSIGNED);
        if (statement.kind() == StatementKind.INSERT && !namesColumns) {
            statement.tablesWritten().forEach(table -> row(table, Purpose.WRITTEN));
        } else if (statement.kind() == StatementKind.COPY && !statement.complete()) {
            statement.tablesRead().forEach(table -> row(table, Purpose.READ));
            statement.tablesWritten().forEach(table -> row(table, Purpose.WRITTEN));
        }
    }

    private void row(String table, Purpose purpose) {
        add(table + ".*", catalogue.ofRow(table), purpose);
    }

    private void add(String name, Set<Tag> tags, Clause clause) {
        add(name, tags, Purpose.of(clause));
    }

    private void add(String name, Set<Tag> tags, Purpose purpose) {
        if (!tags.isEmpty()) {
            found.putIfAbsent(purpose + name.toLowerCase(Locale.ROOT), new SensitiveUse(name, tags, purpose));
        }
    }

    /** A column of a nested query is met again without a table in the query around it: once is enough. */
    private List<SensitiveUse> withoutRepetition() {
        return found.values().stream().filter(use -> !isRepeated(use)).toList();
    }

    private boolean isRepeated(SensitiveUse use) {
        return use.column().indexOf('.') < 0
                && found.values().stream()
                        .anyMatch(other -> other.purpose() == use.purpose()
                                && other.column().endsWith("." + use.column()));
    }
}
