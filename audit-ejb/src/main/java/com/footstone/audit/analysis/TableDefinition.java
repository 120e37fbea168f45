package com.footstone.audit.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.footstone.audit.analysis.Relation.Column;

/** Reads CREATE TABLE: the names of its columns and what kind of values they have. Keys and storage do not matter. */
final class TableDefinition {

    /** Begin an element that is no column, whatever the database. */
    private static final Set<String> CONSTRAINTS = Set.of("constraint", "primary", "foreign", "unique", "check");

    /** Likewise, where they are no names: databases that have them reserve them. */
    private static final Set<String> INDEXES = Set.of("key", "index", "fulltext", "spatial");

    private final DdlCursor ddl;
    private final List<Column> columns = new ArrayList<>();
    private boolean complete = true;

    private TableDefinition(DdlCursor ddl) {
        this.ddl = ddl;
    }

    /** Reads on behind the word TABLE. Null if that is no name and list of columns. */
    static Relation read(DdlCursor ddl) {
        String name = ddl.qualifiedName();
        if (name == null || !ddl.is(TokenKind.OPEN)) {
            return null;
        }
        TableDefinition table = new TableDefinition(ddl);
        ddl.next();
        table.elements();
        if (table.columns.isEmpty() || !ddl.is(TokenKind.CLOSE)) {
            return null;
        }
        // Columns of the tables that it inherits from are not named here.
        while (!ddl.atEnd()) {
            table.complete &= !ddl.spells("inherits");
            ddl.next();
        }
        return new Relation(name, table.columns, table.complete, List.of());
    }

    private void elements() {
        while (!ddl.atEnd() && !ddl.is(TokenKind.CLOSE)) {
            if (!isConstraint()) {
                column();
            }
            ddl.skipElement();
            if (ddl.is(TokenKind.COMMA)) {
                ddl.next();
            }
        }
    }

    private boolean isConstraint() {
        boolean index = ddl.dialect() != Dialect.POSTGRESQL && ddl.isOneOf(INDEXES);
        return index || ddl.isOneOf(CONSTRAINTS);
    }

    private void column() {
        boolean like = ddl.is(Word.LIKE);
        if (like || !ddl.isName()) {
            // A name that cannot be told from data, or the columns of another table.
            complete = false;
            return;
        }
        boolean mayBeNone = ddl.spells("period") || ddl.spells("supplemental") || ddl.spells("exclude");
        String name = ddl.name();
        if (mayBeNone && (ddl.is(Word.FOR) || ddl.is(Word.USING) || ddl.spells("log"))) {
            return;
        }
        columns.add(new Column(name, type(), List.of()));
    }

    private ColumnType type() {
        String type = word();
        while (ddl.is(TokenKind.DOT)) {
            ddl.next();
            type = word();
        }
        String next = ddl.isName() ? word() : "";
        // text[] is a list of texts.
        return isList() ? ColumnType.OTHER : ColumnType.of(type, next, ddl.dialect());
    }

    private boolean isList() {
        if (ddl.is(TokenKind.OPEN)) {
            ddl.skipNested();
        }
        return !ddl.atEnd() && ddl.is(TokenKind.OPEN_BRACKET);
    }

    private String word() {
        return ddl.isName() ? ddl.name().toLowerCase(Locale.ROOT) : "";
    }
}
