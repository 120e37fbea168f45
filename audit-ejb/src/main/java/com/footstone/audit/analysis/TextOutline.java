package com.footstone.audit.analysis;

import com.footstone.audit.model.StatementKind;

/** Cuts a text into statements at its semicolons and keeps the outline of the one that matters most. */
final class TextOutline {

    private StatementOutline current;
    private StatementOutline main;
    private int statements;
    private int depth;
    private int caseDepth;
    private int deepest;
    private int placeholders;
    /** The first that changes rows, or else the first query. */
    private StatementOutline ofRows;

    private boolean statementFound;

    void accept(Lexer token) {
        TokenKind kind = token.kind();
        if (kind == TokenKind.COMMENT) {
            return;
        }
        if (kind == TokenKind.SEMICOLON && depth == 0 && (current == null || !current.isBlock())) {
            finish();
            return;
        }
        if (current == null) {
            current = new StatementOutline();
            statements++;
        }
        if (kind.closes()) {
            depth = Math.max(0, depth - 1);
        }
        current.accept(token, depth, kind == TokenKind.PLACEHOLDER ? parameter(token) : null);
        nest(token);
    }

    private void nest(Lexer token) {
        if (token.kind().opens()) {
            depth++;
        } else if (token.word() == Word.CASE) {
            caseDepth++;
        } else if (token.word() == Word.END && caseDepth > 0) {
            caseDepth--;
        }
        deepest = Math.max(deepest, depth + caseDepth);
    }

    /** What the producer lists a placeholder's value under: its number in the text, or its own number or name. */
    private String parameter(Lexer token) {
        placeholders++;
        return token.end() - token.start() == 1
                ? Integer.toString(placeholders)
                : token.text().subSequence(token.start() + 1, token.end()).toString();
    }

    private void finish() {
        if (current == null) {
            return;
        }
        if (main == null || weight(current.kind()) > weight(main.kind())) {
            main = current;
        }
        boolean rows = current.kind() == StatementKind.SELECT || current.kind().mutatesRows();
        if (rows && (ofRows == null || weight(current.kind()) > weight(ofRows.kind()))) {
            ofRows = current;
        }
        statementFound |= !current.isDoubtful();
        current = null;
        caseDepth = 0;
    }

    /** What of several statements matters most. */
    private static int weight(StatementKind kind) {
        return switch (kind) {
            case INSERT, UPDATE, DELETE, MERGE -> 3;
            case DDL, DCL -> 2;
            case SELECT, CALL, COPY -> 1;
            case TCL, SET, EXPLAIN, OTHER -> 0;
            case UNKNOWN -> -1;
        };
    }

    int statements() {
        return statements;
    }

    int deepest() {
        return deepest;
    }

    /** The first statement of those that matter most; an empty outline if the text holds none. */
    StatementOutline main() {
        if (main != null) {
            return main;
        }
        return current == null ? new StatementOutline() : current;
    }

    /** The one that tells of rows, of WHERE and bounds: a SELECT that DDL outweighs still reads what it reads. */
    StatementOutline ofRows() {
        return ofRows == null ? main() : ofRows;
    }

    /** Whether one of the statements is a query, and what matters most one that neither reads nor changes rows. */
    boolean queriesBeside() {
        return ofRows != null && ofRows.kind() == StatementKind.SELECT && main().kind() != StatementKind.SELECT;
    }

    /** Whether the text holds nothing that is a statement for sure. */
    boolean isDoubtful() {
        return !statementFound;
    }

    /** To be called at the end of the text. */
    TextOutline end() {
        finish();
        return this;
    }
}
