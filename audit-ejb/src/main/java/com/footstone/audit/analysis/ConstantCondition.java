package com.footstone.audit.analysis;

import java.math.BigDecimal;

/**
 * A condition that reads no column and no parameter, and what it comes to. Only what people and tools write to be true is
 * worked out; of the rest it is known that it is constant.
 *
 * @param end number of the token after the condition
 * @param outcome what it comes to
 * @param compares whether there is an operator in it, or a word that compares
 * @param plain whether it has no other values than 0, 1, 2, TRUE, FALSE, NULL and single letters, as programs put in
 */
record ConstantCondition(int end, Outcome outcome, boolean compares, boolean plain) {

    enum Outcome {
        HOLDS,
        FAILS,
        UNKNOWN
    }

    private static final int LONGEST = 64;
    private static final int LONGEST_NUMBER = 30;

    /** The condition that begins with a token, or null if that reads something. */
    static ConstantCondition at(CodeTokens tokens, int begin) {
        int end = end(tokens, begin);
        if (end < 0) {
            return null;
        }
        boolean compares = false;
        boolean plain = true;
        boolean calls = false;
        int literals = 0;
        for (int i = begin; i < end; i++) {
            Word word = tokens.word(i);
            compares |= tokens.is(i, TokenKind.OPERATOR) || isComparing(word);
            calls |= isCall(tokens, i) || word == Word.CASE;
            if (isValue(tokens, i)) {
                literals++;
                plain &= isPlain(tokens, i);
            }
        }
        if (literals == 0) {
            return null;
        }
        Outcome outcome = calls ? Outcome.UNKNOWN : outcome(tokens, begin, end);
        return new ConstantCondition(end, outcome, compares, plain && !calls);
    }

    private static int end(CodeTokens tokens, int begin) {
        int depth = 0;
        boolean between = false;
        for (int i = begin; i < begin + LONGEST; i++) {
            TokenKind kind = tokens.kind(i);
            if (kind == null || kind == TokenKind.SEMICOLON || (depth == 0 && closes(kind))) {
                return i > begin && depth == 0 ? i : -1;
            }
            Word word = kind == TokenKind.WORD ? tokens.word(i) : null;
            if (word == Word.BETWEEN) {
                between = true;
            } else if (word == Word.AND && between) {
                between = false;
            } else if (depth == 0 && word != null && !isInside(word)) {
                return i > begin ? i : -1;
            } else if (!isConstant(tokens, i, kind, word)) {
                return kind == TokenKind.OPAQUE && depth == 0 && i > begin ? i : -1;
            }
            depth += kind == TokenKind.OPEN ? 1 : kind == TokenKind.CLOSE ? -1 : 0;
        }
        return -1;
    }

    private static boolean closes(TokenKind kind) {
        return kind == TokenKind.CLOSE || kind == TokenKind.COMMA;
    }

    private static boolean isConstant(CodeTokens tokens, int i, TokenKind kind, Word word) {
        return switch (kind) {
            case STRING, NUMBER, VALUE_WORD, OPERATOR, OPEN, CLOSE, COMMA -> true;
            case WORD -> word == null ? isCall(tokens, i) : isInside(word);
            case OPAQUE -> isQuote(tokens, i);
            default -> false;
        };
    }

    private static boolean isQuote(CodeTokens tokens, int i) {
        char c = tokens.text().charAt(tokens.start(i));
        return c == '\'' || c == '"';
    }

    /** A function whose value depends on its arguments alone. */
    private static boolean isCall(CodeTokens tokens, int i) {
        boolean named = tokens.isOf(i, SuspectNames.PURE_FUNCTIONS) || tokens.is(i, Word.LEFT);
        return named && tokens.is(i + 1, TokenKind.OPEN);
    }

    private static boolean isInside(Word word) {
        return isComparing(word) || word.mayBeValue() || word == Word.NOT || word == Word.ESCAPE || word == Word.LEFT;
    }

    private static boolean isComparing(Word word) {
        return word == Word.LIKE || word == Word.ILIKE || word == Word.IN || word == Word.IS || word == Word.BETWEEN;
    }

    private static boolean isValue(CodeTokens tokens, int i) {
        return tokens.isLiteral(i) || tokens.is(i, TokenKind.OPAQUE);
    }

    private static boolean isPlain(CodeTokens tokens, int i) {
        if (tokens.is(i, TokenKind.STRING)) {
            return tokens.end(i) - tokens.start(i) <= 3;
        }
        long number = tokens.number(i);
        return tokens.isValueWord(i) || (number >= 0 && number <= 2);
    }

    /** Of {@code literal}, or two of them compared; brackets change nothing where no function is called. */
    private static Outcome outcome(CodeTokens tokens, int begin, int end) {
        int[] flat = new int[LONGEST];
        int size = 0;
        boolean negated = false;
        for (int i = begin; i < end; i++) {
            boolean not = tokens.is(i, Word.NOT);
            negated ^= not;
            if (!not && !tokens.is(i, TokenKind.OPEN) && !tokens.is(i, TokenKind.CLOSE)) {
                flat[size++] = i;
            }
        }
        Outcome outcome = size == 1 ? truth(tokens, flat[0]) : compared(tokens, flat, size);
        if (!negated || outcome == Outcome.UNKNOWN) {
            return outcome;
        }
        return outcome == Outcome.HOLDS ? Outcome.FAILS : Outcome.HOLDS;
    }

    private static Outcome truth(CodeTokens tokens, int i) {
        if (tokens.isValueWord(i)) {
            return of(tokens.is(i, Word.TRUE));
        }
        BigDecimal number = number(tokens, i);
        return number == null ? Outcome.UNKNOWN : of(number.signum() != 0);
    }

    private static Outcome compared(CodeTokens tokens, int[] flat, int size) {
        if (size < 3 || !isValue(tokens, flat[0])) {
            return Outcome.UNKNOWN;
        }
        Word word = tokens.word(flat[1]);
        if (word == Word.IS && size == 3 && tokens.is(flat[2], Word.NULL)) {
            return of(tokens.is(flat[0], Word.NULL));
        }
        if (size != 3 || !isValue(tokens, flat[2]) || !tokens.is(flat[1], TokenKind.OPERATOR)) {
            return Outcome.UNKNOWN;
        }
        return ofOperator(tokens, flat[0], flat[1], flat[2]);
    }

    private static Outcome ofOperator(CodeTokens tokens, int left, int operator, int right) {
        BigDecimal one = number(tokens, left);
        BigDecimal other = number(tokens, right);
        boolean numbers = one != null && other != null;
        boolean equal = numbers ? one.compareTo(other) == 0 : sameText(tokens, left, right);
        if (tokens.is(operator, "=")) {
            return of(equal);
        }
        if (tokens.is(operator, "<>") || tokens.is(operator, "!=")) {
            return of(!equal);
        }
        if (!numbers) {
            return Outcome.UNKNOWN;
        }
        boolean less = one.compareTo(other) < 0;
        if (tokens.is(operator, "<")) {
            return of(less);
        }
        return tokens.is(operator, ">") ? of(!less && !equal) : Outcome.UNKNOWN;
    }

    /** Whether two strings are the same from their quotes on, or two tokens spelled alike. */
    private static boolean sameText(CodeTokens tokens, int left, int right) {
        int from = quote(tokens, left);
        int other = quote(tokens, right);
        int length = tokens.end(left) - from;
        if (length != tokens.end(right) - other) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (tokens.text().charAt(from + i) != tokens.text().charAt(other + i)) {
                return false;
            }
        }
        return true;
    }

    private static int quote(CodeTokens tokens, int i) {
        int at = tokens.start(i);
        while (tokens.is(i, TokenKind.STRING)
                && at < tokens.end(i) - 1
                && tokens.text().charAt(at) != '\'') {
            at++;
        }
        return at;
    }

    private static Outcome of(boolean holds) {
        return holds ? Outcome.HOLDS : Outcome.FAILS;
    }

    private static BigDecimal number(CodeTokens tokens, int i) {
        boolean tooLong = tokens.end(i) - tokens.start(i) > LONGEST_NUMBER;
        if (tooLong || (!tokens.is(i, TokenKind.NUMBER) && !tokens.is(i, TokenKind.STRING))) {
            return null;
        }
        int quote = tokens.is(i, TokenKind.STRING) ? 1 : 0;
        CharSequence text = tokens.text();
        StringBuilder digits = new StringBuilder();
        int points = 0;
        for (int at = tokens.start(i) + quote; at < tokens.end(i) - quote; at++) {
            char c = text.charAt(at);
            points += c == '.' ? 1 : 0;
            if (!Characters.isDigit(c) && c != '.') {
                return null;
            }
            digits.append(c);
        }
        return digits.length() == points || points > 1 || digits.charAt(digits.length() - 1) == '.'
                ? null
                : new BigDecimal(digits.toString());
    }
}
