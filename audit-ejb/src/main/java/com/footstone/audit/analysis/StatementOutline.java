package com.footstone.audit.analysis;

import com.footstone.audit.model.Presence;
import com.footstone.audit.model.StatementKind;

/** What the tokens of one statement tell: its kind, and its outermost WHERE and bounds on rows. */
final class StatementOutline {

    private final KindFinder kindFinder = new KindFinder();
    private final RowBounds bounds = new RowBounds();
    private int leadingBrackets;
    private boolean leading = true;
    private boolean where;
    private int words;
    private Word verb;
    private Word previousWord;
    /** Brackets around the query that is changed, if a query is. */
    private int targetDepth;

    private TokenKind previous;

    /**
     * @param depth of brackets around the token
     * @param parameter what the token's value is bound by, if it is a placeholder
     */
    void accept(Lexer token, int depth, String parameter) {
        TokenKind kind = token.kind();
        if (leading && kind == TokenKind.OPEN) {
            leadingBrackets++;
        } else if (kind != TokenKind.OPEN_BRACE) {
            leading = false;
        }
        kindFinder.accept(token, depth, previous);
        boolean outermost = depth <= leadingBrackets;
        if (kind == TokenKind.WORD) {
            words++;
            verb = words == 1 ? token.word() : verb;
        }
        // The query of UPDATE (SELECT …) tells which rows are changed.
        if (kind == TokenKind.OPEN && outermost && beginsTarget()) {
            targetDepth = depth + 1;
        }
        previousWord = token.word();
        where |=
                depth <= Math.max(leadingBrackets, targetDepth) && kind == TokenKind.WORD && token.word() == Word.WHERE;
        bounds.accept(token, outermost, parameter);
        previous = kind;
    }

    StatementKind kind() {
        return kindFinder.kind();
    }

    /** Whether nobody knows what double quotes are for in it. */
    boolean isDoubtful() {
        return kindFinder.isDoubtful();
    }

    boolean isBlock() {
        return kindFinder.isBlock();
    }

    private boolean beginsTarget() {
        return (words == 1 && verb == Word.UPDATE) || (words == 2 && verb == Word.DELETE && previousWord == Word.FROM);
    }

    Presence where() {
        return where ? Presence.PRESENT : Presence.ABSENT;
    }

    Presence rowLimit() {
        return bounds.bounded() ? Presence.PRESENT : Presence.ABSENT;
    }

    RowCount offset() {
        return bounds.offset();
    }

    RowCount limit() {
        return bounds.limit();
    }
}
