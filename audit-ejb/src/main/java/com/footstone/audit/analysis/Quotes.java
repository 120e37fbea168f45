package com.footstone.audit.analysis;

/**
 * Finds where quoted things end. Each method gets the position after the opening and answers the position after the
 * closing, {@link #UNTERMINATED}, or {@link #UNDECIDED}; each looks at every character at most twice.
 */
final class Quotes {

    static final int UNTERMINATED = -1;

    /** Dialects disagree on the end, and the dialect is not known. */
    static final int UNDECIDED = -2;

    private Quotes() {}

    /** A run in which the quote is doubled to be meant literally, and where {@code escapes} also after a backslash. */
    static int doubled(CharSequence text, int from, char quote, boolean escapes) {
        int end = text.length();
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (escapes && c == '\\') {
                i++;
            } else if (c == quote) {
                if (i + 1 >= end || text.charAt(i + 1) != quote) {
                    return i + 1;
                }
                i++;
            }
        }
        return UNTERMINATED;
    }

    /** A string of an unknown dialect: undecided as soon as a backslash may or may not escape the quote after it. */
    static int ofUnknownDialect(CharSequence text, int from, char quote) {
        int end = text.length();
        int backslashes = 0;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                backslashes++;
                continue;
            }
            if (c == quote) {
                if (backslashes % 2 == 1) {
                    return UNDECIDED;
                }
                if (i + 1 >= end || text.charAt(i + 1) != quote) {
                    return i + 1;
                }
                i++;
            }
            backslashes = 0;
        }
        return UNTERMINATED;
    }

    /** The tag of a dollar quote that opens at {@code start}: the position after its second dollar, or -1 if none opens. */
    static int dollarTag(CharSequence text, int start) {
        for (int i = start + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '$') {
                return i + 1;
            }
            boolean fits = Characters.startsWord(c) || (i > start + 1 && Characters.isDigit(c));
            // PostgreSQL's names are shorter than 64; without a bound, text of many dollars would be read many times.
            if (!fits || i - start > 64) {
                return -1;
            }
        }
        return -1;
    }

    /** A dollar quote whose tag is {@code text[start, tagEnd)}. */
    static int dollar(CharSequence text, int start, int tagEnd) {
        int tagLength = tagEnd - start;
        int end = text.length();
        for (int i = tagEnd; i + tagLength <= end; i++) {
            if (text.charAt(i) == '$' && repeats(text, start, i, tagLength)) {
                return i + tagLength;
            }
        }
        return UNTERMINATED;
    }

    private static boolean repeats(CharSequence text, int start, int other, int length) {
        for (int i = 1; i < length; i++) {
            if (text.charAt(start + i) != text.charAt(other + i)) {
                return false;
            }
        }
        return true;
    }

    /** Oracle's {@code q'[…]'}, given the position of its delimiter. */
    static int alternative(CharSequence text, int delimiter) {
        if (delimiter >= text.length()) {
            return UNTERMINATED;
        }
        char closing =
                switch (text.charAt(delimiter)) {
                    case '[' -> ']';
                    case '(' -> ')';
                    case '{' -> '}';
                    case '<' -> '>';
                    default -> text.charAt(delimiter);
                };
        for (int i = delimiter + 1; i + 1 < text.length(); i++) {
            if (text.charAt(i) == closing && text.charAt(i + 1) == '\'') {
                return i + 2;
            }
        }
        return UNTERMINATED;
    }

    /** The rest of a line, given any position in it. */
    static int line(CharSequence text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return i;
    }

    /** A block comment, given the position after its opening; one that does not end reaches to the end of the text. */
    static int block(CharSequence text, int from, Dialect dialect) {
        int depth = 1;
        for (int i = from; i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            char next = text.charAt(i + 1);
            if (c == '*' && next == '/') {
                i++;
                if (--depth == 0) {
                    return i + 1;
                }
            } else if (c == '/' && next == '*') {
                if (dialect == Dialect.UNKNOWN) {
                    return UNDECIDED;
                }
                i++;
                depth += dialect.nestsComments() ? 1 : 0;
            }
        }
        return text.length();
    }
}
