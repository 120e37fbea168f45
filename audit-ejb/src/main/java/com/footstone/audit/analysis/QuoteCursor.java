package com.footstone.audit.analysis;

/** The part of the {@link Lexer} that reads strings and quoted names, and doubts them. */
abstract class QuoteCursor extends TokenCursor {

    private int firstQuote = -1;
    private int lastQuoteEnd = -1;
    private boolean lastStringEscapes;
    private boolean unterminated;

    QuoteCursor(CharSequence text, Dialect dialect) {
        super(text, dialect);
    }

    /** Where the first string or quoted name begins, or -1. */
    final int firstQuote() {
        return firstQuote;
    }

    /** Whether a quote was opened and never closed. */
    final boolean unterminated() {
        return unterminated;
    }

    /** A string in single quotes without prefix. */
    final void plainString() {
        // The pieces of a string in several escape as its first one does.
        string(1, lastStringEscapes && previous == TokenKind.STRING);
    }

    /** A string between two equal tags, as PostgreSQL has. */
    final void dollarString(int tagEnd) {
        rememberQuote();
        lastStringEscapes = false;
        quoted(TokenKind.STRING, Quotes.dollar(text, start, tagEnd));
    }

    /** Whether what touches a closing quote is a name: SQL is not written so, but it is what lies between two strings. */
    final boolean outOfStep() {
        if (start != lastQuoteEnd) {
            return false;
        }
        char c = text.charAt(start);
        if (c == '@' || c == '#' || c == '$' || c == ':') {
            return Characters.continuesWord(peek(1));
        }
        return Characters.startsWord(c) && Word.at(text, start, wordEnd(start)) == null;
    }

    final void string(int prefixLength, boolean escapes) {
        rememberQuote();
        int from = start + prefixLength;
        int end;
        if (escapes || dialect.backslashEscapes()) {
            end = Quotes.doubled(text, from, '\'', true);
        } else if (dialect == Dialect.UNKNOWN && !isEscapeClause(from)) {
            end = Quotes.ofUnknownDialect(text, from, '\'');
        } else {
            end = Quotes.doubled(text, from, '\'', false);
        }
        lastStringEscapes = escapes;
        quoted(TokenKind.STRING, end);
    }

    /** {@code ESCAPE '\'}: one character has to follow, so the backslash is that character and escapes nothing. */
    private boolean isEscapeClause(int from) {
        return previousWord == Word.ESCAPE
                && previous == TokenKind.WORD
                && from + 1 < length
                && text.charAt(from) == '\\'
                && text.charAt(from + 1) == '\''
                && (from + 2 >= length || text.charAt(from + 2) != '\'');
    }

    final void doubleQuote(int prefixLength) {
        if (!dialect.doubleQuotesAreStrings()) {
            quotedName('"', prefixLength);
            return;
        }
        rememberQuote();
        lastStringEscapes = false;
        quoted(TokenKind.STRING, Quotes.doubled(text, start + prefixLength, '"', true));
    }

    final void quotedName(char closing, int prefixLength) {
        rememberQuote();
        boolean maybeString = dialect == Dialect.UNKNOWN && closing == '"';
        int from = start + prefixLength;
        int end = maybeString
                ? Quotes.ofUnknownDialect(text, from, closing)
                : Quotes.doubled(text, from, closing, false);
        boolean spacesAllowed = dialect != Dialect.UNKNOWN;
        boolean name = end > 0 && Characters.looksLikeName(text, from, end - 1, spacesAllowed);
        quoted(name ? TokenKind.QUOTED_NAME : TokenKind.STRING, end);
    }

    private void rememberQuote() {
        if (firstQuote < 0) {
            firstQuote = start;
        }
    }

    private void quoted(TokenKind found, int end) {
        if (end < 0) {
            unterminated |= end == Quotes.UNTERMINATED;
            token(TokenKind.OPAQUE, length);
            return;
        }
        lastQuoteEnd = end;
        token(found, end);
    }

    final boolean unicodePrefix(int end) {
        char quote = end + 1 < length ? text.charAt(end + 1) : 0;
        if (quote == '\'') {
            string(3, false);
        } else if (quote == '"') {
            doubleQuote(3);
        }
        return quote == '\'' || quote == '"';
    }

    final void prefixed(int quote) {
        int prefixLength = quote - start;
        char first = (char) (text.charAt(start) | 0x20);
        char second = (char) (text.charAt(quote - 1) | 0x20);
        boolean alternative = second == 'q' && (prefixLength == 1 || (prefixLength == 2 && first == 'n'));
        if (alternative && dialect.alternativeQuotes()) {
            rememberQuote();
            lastStringEscapes = false;
            quoted(TokenKind.STRING, Quotes.alternative(text, quote + 1));
        } else if (prefixLength == 1 && (first == 'n' || first == 'b' || first == 'x')) {
            string(2, false);
        } else if (prefixLength == 1 && first == 'e' && dialect.in(Dialect.POSTGRESQL, Dialect.UNKNOWN)) {
            string(2, true);
        } else if (text.charAt(start) == '_' && dialect == Dialect.MYSQL) {
            string(prefixLength + 1, false);
        } else {
            rememberQuote();
            token(TokenKind.OPAQUE, length);
        }
    }
}
