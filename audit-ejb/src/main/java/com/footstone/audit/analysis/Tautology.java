package com.footstone.audit.analysis;

/**
 * Finds conditions that compare a literal with a literal and hold, where that makes all of the condition hold: behind OR,
 * or alone. {@code WHERE 1 = 1 AND …}, with which programs begin what they put together, is none.
 */
final class Tautology {

    private enum Seen {
        NOTHING,
        /** A word that begins a condition, and brackets. */
        BEGIN,
        LEFT,
        OPERATOR,
        /** All of a comparison that holds: what follows decides. */
        WHOLE
    }

    private Seen seen = Seen.NOTHING;
    private Word begun;
    private int leftStart;
    private int leftEnd;
    private boolean unequal;

    /** Whether the token before this one ended a condition that is always true. */
    boolean accept(Lexer token) {
        TokenKind kind = token.kind();
        Word word = kind == TokenKind.WORD || kind == TokenKind.VALUE_WORD ? token.word() : null;
        if (seen == Seen.WHOLE) {
            return afterWhole(kind, word);
        }
        if (begins(word)) {
            seen = Seen.BEGIN;
            begun = word;
        } else if (seen != Seen.NOTHING) {
            inside(token, kind, word);
        }
        return false;
    }

    private void inside(Lexer token, TokenKind kind, Word word) {
        boolean literal = kind == TokenKind.STRING || kind == TokenKind.NUMBER;
        if (seen == Seen.BEGIN && kind == TokenKind.OPEN) {
            return;
        }
        if (seen == Seen.BEGIN && word == Word.TRUE) {
            seen = Seen.WHOLE;
        } else if (seen == Seen.BEGIN && literal) {
            leftStart = token.start();
            leftEnd = token.end();
            seen = Seen.LEFT;
        } else if (seen == Seen.LEFT && kind == TokenKind.OPERATOR && isComparison(token)) {
            seen = Seen.OPERATOR;
        } else if (seen == Seen.OPERATOR && literal && holds(token)) {
            seen = Seen.WHOLE;
        } else {
            seen = Seen.NOTHING;
        }
    }

    private static boolean begins(Word word) {
        return word == Word.WHERE || word == Word.OR || word == Word.AND || word == Word.HAVING || word == Word.ON;
    }

    private boolean isComparison(Lexer token) {
        char first = token.text().charAt(token.start());
        int length = token.end() - token.start();
        char second = length == 2 ? token.text().charAt(token.start() + 1) : 0;
        unequal = (first == '<' && second == '>') || (first == '!' && second == '=');
        return unequal || (first == '=' && length == 1);
    }

    private boolean holds(Lexer right) {
        int length = leftEnd - leftStart;
        boolean equal = length == right.end() - right.start();
        for (int i = 0; equal && i < length; i++) {
            equal = right.text().charAt(leftStart + i) == right.text().charAt(right.start() + i);
        }
        return equal != unequal;
    }

    private boolean afterWhole(TokenKind kind, Word word) {
        if (kind == TokenKind.CLOSE) {
            return false;
        }
        boolean arithmetic = kind == TokenKind.OPERATOR;
        boolean decides = begun == Word.OR || word == Word.OR || (begun != Word.AND && word != Word.AND);
        seen = begins(word) ? Seen.BEGIN : Seen.NOTHING;
        boolean found = decides && !arithmetic;
        begun = word;
        return found;
    }

    /** Whether the text ends with a condition that is always true. */
    boolean end() {
        return seen == Seen.WHOLE && begun != Word.AND;
    }
}
