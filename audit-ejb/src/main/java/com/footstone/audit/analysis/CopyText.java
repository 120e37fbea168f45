package com.footstone.audit.analysis;

import java.util.ArrayList;
import java.util.List;

import com.footstone.audit.model.Clause;

/** Reads PostgreSQL's COPY: {@code COPY t (a, b) FROM …}, {@code COPY t TO …} and {@code COPY (SELECT …) TO …}. */
final class CopyText {

    private final CharSequence sql;
    private final Lexer lexer;
    private final StringBuilder table = new StringBuilder();
    private final List<String> columns = new ArrayList<>();
    private String query;
    /** Null as long as the text has not said it. */
    private Clause clause;

    private CopyText(CharSequence sql, Dialect dialect, int opaqueFrom) {
        this.sql = sql;
        this.lexer = new Lexer(sql, dialect, opaqueFrom);
    }

    static CopyText of(CharSequence sql, Dialect dialect, int opaqueFrom) {
        CopyText copy = new CopyText(sql, dialect, opaqueFrom);
        if (dialect == Dialect.POSTGRESQL && copy.next() && copy.lexer.word() == Word.COPY && copy.next()) {
            copy.read();
        }
        return copy;
    }

    /** The query whose answer is copied, or null. */
    String query() {
        return query;
    }

    /** What is read or written, or null if the text has another form than these. */
    Structure structure(Schema schema) {
        if (clause == null) {
            return null;
        }
        Structure structure = new Structure(schema);
        if (clause == Clause.ASSIGNED) {
            structure.writes(table.toString());
        } else {
            structure.reads(table.toString());
        }
        List<String> used = columns.isEmpty() ? List.of("*") : columns;
        used.forEach(column -> structure.uses(table.toString(), column, clause));
        if (columns.isEmpty()) {
            structure.usesAll(structure.source(table.toString()), clause);
        }
        return structure;
    }

    private void read() {
        if (lexer.kind() == TokenKind.OPEN) {
            readQuery();
            return;
        }
        boolean more = true;
        while (more && (isName() || lexer.kind() == TokenKind.DOT)) {
            table.append(isName() ? name() : ".");
            more = next();
        }
        if (more && lexer.kind() == TokenKind.OPEN) {
            more = readColumns();
        }
        if (more && !table.isEmpty()) {
            clause = lexer.word() == Word.FROM ? Clause.ASSIGNED : lexer.spells("to") ? Clause.SELECTED : null;
        }
    }

    private void readQuery() {
        int start = lexer.end();
        int depth = 1;
        while (next()) {
            depth += lexer.kind().opens() ? 1 : lexer.kind().closes() ? -1 : 0;
            if (depth == 0) {
                query = sql.subSequence(start, lexer.start()).toString();
                return;
            }
        }
    }

    private boolean readColumns() {
        while (next() && lexer.kind() != TokenKind.CLOSE) {
            if (isName()) {
                columns.add(name());
            }
        }
        return next();
    }

    /** FROM and TO end the name of the table. */
    private boolean isName() {
        boolean word = lexer.kind() == TokenKind.WORD && lexer.word() != Word.FROM && !lexer.spells("to");
        return word || lexer.kind() == TokenKind.QUOTED_NAME;
    }

    private String name() {
        return Names.unquoted(
                lexer.text().subSequence(lexer.start(), lexer.end()).toString());
    }

    private boolean next() {
        boolean found = lexer.advance();
        while (found && lexer.kind() == TokenKind.COMMENT) {
            found = lexer.advance();
        }
        return found;
    }
}
