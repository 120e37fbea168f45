package com.footstone.audit.analysis;

/** Cuts a text into statements at its semicolons and keeps the outline of the one that matters most. */
final class TextOutline {

    private StatementOutline current;
    private StatementOutline main;
    private int statements;
    private int depth;
    private int caseDepth;
    private int deepest;
    private int placeholders;

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
        boolean better = current.kind().mutatesRows() && !main().kind().mutatesRows();
        if (main == null || better) {
            main = current;
        }
        current = null;
        caseDepth = 0;
    }

    int statements() {
        return statements;
    }

    int deepest() {
        return deepest;
    }

    /** The first statement that changes rows, or else the first; an empty outline if the text holds none. */
    StatementOutline main() {
        if (main != null) {
            return main;
        }
        return current == null ? new StatementOutline() : current;
    }

    /** To be called at the end of the text. */
    TextOutline end() {
        finish();
        return this;
    }
}
