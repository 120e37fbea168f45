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
    /** What began the condition around the brackets that the present one stands in. */
    private Word outer;

    private TokenKind left;
    private boolean truth;
    private int leftStart;
    private int leftEnd;
    private char comparison;
    private boolean orEqual;

    /** Whether the token before this one ended a condition that is always true. */
    boolean accept(Lexer token) {
        TokenKind kind = token.kind();
        Word word = kind == TokenKind.WORD || kind == TokenKind.VALUE_WORD ? token.word() : null;
        if (seen == Seen.LEFT && truth && (endsCondition(kind) || endsCondition(word))) {
            seen = Seen.WHOLE;
        }
        if (seen == Seen.WHOLE) {
            return afterWhole(kind, word);
        }
        if (begins(word)) {
            seen = Seen.BEGIN;
            begun = word;
            outer = null;
        } else if (seen != Seen.NOTHING) {
            inside(token, kind, word);
        }
        return false;
    }

    private void inside(Lexer token, TokenKind kind, Word word) {
        boolean literal = kind == TokenKind.STRING || kind == TokenKind.NUMBER;
        if (seen == Seen.BEGIN && kind == TokenKind.OPEN) {
            outer = outer == null ? begun : outer;
            begun = Word.WHERE;
        } else if (seen == Seen.BEGIN && word == Word.TRUE) {
            seen = Seen.WHOLE;
        } else if (seen == Seen.BEGIN && literal) {
            left = kind;
            truth = isTruth(token);
            leftStart = token.start();
            leftEnd = token.end();
            seen = Seen.LEFT;
        } else if (seen == Seen.LEFT && kind == TokenKind.OPERATOR && isComparison(token)) {
            seen = Seen.OPERATOR;
        } else if (seen == Seen.OPERATOR && literal && holds(token, kind)) {
            seen = Seen.WHOLE;
        } else {
            seen = Seen.NOTHING;
        }
    }

    private static boolean begins(Word word) {
        return word == Word.WHERE || word == Word.OR || word == Word.AND || word == Word.HAVING;
    }

    /** MySQL takes a number for a condition; behind AND it may be the end of BETWEEN. */
    private boolean isTruth(Lexer token) {
        boolean condition = token.dialect() == Dialect.MYSQL && token.kind() == TokenKind.NUMBER && begun != Word.AND;
        return condition && RowCount.parse(token.text().subSequence(token.start(), token.end())) > 0;
    }

    private static boolean endsCondition(TokenKind kind) {
        return kind == TokenKind.CLOSE || kind == TokenKind.SEMICOLON || kind == TokenKind.COMMENT;
    }

    private static boolean endsCondition(Word word) {
        return begins(word) || word == Word.ORDER || word == Word.GROUP || word == Word.LIMIT || word == Word.UNION;
    }

    private boolean isComparison(Lexer token) {
        char first = token.text().charAt(token.start());
        int length = token.end() - token.start();
        char second = length == 2 ? token.text().charAt(token.start() + 1) : 0;
        boolean unequal = (first == '<' && second == '>') || (first == '!' && second == '=');
        comparison = unequal ? '!' : first;
        orEqual = second == '=';
        boolean order = (first == '<' || first == '>') && (length == 1 || orEqual);
        return unequal || order || (first == '=' && length == 1);
    }

    private boolean holds(Lexer right, TokenKind kind) {
        if (comparison == '<' || comparison == '>') {
            return left == TokenKind.NUMBER && kind == TokenKind.NUMBER && inOrder(right);
        }
        int length = leftEnd - leftStart;
        boolean equal = length == right.end() - right.start();
        for (int i = 0; equal && i < length; i++) {
            equal = right.text().charAt(leftStart + i) == right.text().charAt(right.start() + i);
        }
        return equal == (comparison == '=');
    }

    private boolean inOrder(Lexer right) {
        long one = RowCount.parse(right.text().subSequence(leftStart, leftEnd));
        long other = RowCount.parse(right.text().subSequence(right.start(), right.end()));
        if (one < 0 || other < 0) {
            return false;
        }
        return comparison == '<' ? one < other || (orEqual && one == other) : one > other || (orEqual && one == other);
    }

    private boolean afterWhole(TokenKind kind, Word word) {
        if (kind == TokenKind.CLOSE) {
            begun = outer == null ? begun : outer;
            outer = null;
            return false;
        }
        // a AND true is a, and so is a OR true AND b no more than a OR b.
        boolean decides = begun != Word.AND && word != Word.AND;
        boolean arithmetic = kind == TokenKind.OPERATOR;
        seen = begins(word) ? Seen.BEGIN : Seen.NOTHING;
        begun = word;
        outer = null;
        return decides && !arithmetic;
    }

    /** Whether the text ends with a condition that is always true. */
    boolean end() {
        return (seen == Seen.WHOLE || (seen == Seen.LEFT && truth)) && begun != Word.AND;
    }
}
