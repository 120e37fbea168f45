package com.footstone.audit.analysis;

/** The part of the {@link Lexer} that reads strings and quoted names, and doubts them. */
abstract class QuoteCursor extends TokenCursor {

    private static final String UESCAPE = "uescape";

    private int firstQuote = -1;
    private int lastQuoteEnd = -1;
    private int firstDoubleQuotedName = -1;
    /** How many braces are open. */
    int braces;

    private boolean lastStringEscapes;
    private boolean strayQuote;
    /** Of a text of an unknown database; null as long as nobody asked. */
    private Boolean doubleQuotesAreNames;

    QuoteCursor(CharSequence text, Dialect dialect) {
        super(text, dialect);
    }

    /** Where the first string or quoted name begins, or the first comment with a quote in it; -1 if there is none. */
    final int firstQuote() {
        return firstQuote;
    }

    /** Whether a quote never closes, or touches what it cannot: any of the quotes may be the stray one. */
    final boolean hasStrayQuote() {
        return strayQuote;
    }

    /** Where the first name in double quotes begins, or -1. */
    final int firstDoubleQuotedName() {
        return firstDoubleQuotedName;
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

    /** Whether what touches the last closing quote cannot stand there: then it is rather what lies between two strings. */
    final boolean outOfStep() {
        if (start != lastQuoteEnd) {
            return false;
        }
        char c = text.charAt(start);
        boolean stray =
                switch (c) {
                    case '@', '#', '$', ':' -> Characters.continuesWord(peek(1));
                    case '%', '?', '\\', '(', '[', '{', '.', '"', '`' -> kind == TokenKind.STRING;
                    default ->
                        Characters.isDigit(c)
                                || (Characters.startsWord(c) && Word.at(text, start, wordEnd(start)) == null);
                };
        strayQuote |= stray;
        return stray;
    }

    /** Whether what an opening quote touches cannot stand there. */
    private boolean opensOutOfStep() {
        if (start == 0) {
            return false;
        }
        char c = text.charAt(start - 1);
        return switch (c) {
            case ')', ']', '}', '%', '.', '\\', '$' -> start != lastQuoteEnd;
            case '?' -> dialect != Dialect.POSTGRESQL;
            default -> Characters.isDigit(c);
        };
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

    /** @param value whether only a value can stand here */
    final void doubleQuote(int prefixLength, boolean value) {
        if (!value && !dialect.doubleQuotesAreStrings()) {
            quotedName('"', prefixLength);
            return;
        }
        rememberQuote();
        lastStringEscapes = false;
        quoted(TokenKind.STRING, Quotes.doubled(text, start + prefixLength, '"', dialect.backslashEscapes()));
    }

    final void quotedName(char closing, int prefixLength) {
        rememberQuote();
        boolean maybeString = dialect == Dialect.UNKNOWN && closing == '"';
        int from = start + prefixLength;
        int end =
                maybeString ? Quotes.ofUnknownDialect(text, from, closing) : Quotes.doubled(text, from, closing, false);
        boolean spacesAllowed = dialect != Dialect.UNKNOWN;
        boolean name = end > 0
                && Characters.looksLikeName(text, from, end - 1, spacesAllowed)
                && (!maybeString || isName(end))
                // Between braces there is JSON that somebody forgot to quote.
                && (closing != '"' || braces == 0);
        if (name && closing == '"' && firstDoubleQuotedName < 0) {
            firstDoubleQuotedName = start;
        }
        quoted(name ? TokenKind.QUOTED_NAME : TokenKind.STRING, end);
    }

    private boolean isName(int end) {
        if (DoubleQuotes.isName(text, start, end)) {
            return true;
        }
        if (doubleQuotesAreNames == null) {
            doubleQuotesAreNames = DoubleQuotes.areNames(text);
        }
        return doubleQuotesAreNames;
    }

    /**
     * A comment. Should a quote elsewhere turn out to be stray, then one in the comment may be its other half. A comment
     * that leaves a quote open, apostrophes aside, may have cut a string in two.
     */
    final void comment(int end) {
        int quotes = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\'' || c == '"' || c == '`') {
                rememberQuote();
                quotes += c == '\'' && !isApostrophe(i) ? 1 : 0;
            }
        }
        boolean open = quotes % 2 == 1;
        strayQuote |= open;
        token(open ? TokenKind.OPAQUE : TokenKind.COMMENT, open ? length : end);
    }

    private boolean isApostrophe(int index) {
        return Character.isLetter(text.charAt(index - 1))
                && index + 1 < length
                && Character.isLetter(text.charAt(index + 1));
    }

    private void rememberQuote() {
        if (firstQuote < 0) {
            firstQuote = start;
        }
    }

    private void quoted(TokenKind found, int end) {
        boolean stray = end == Quotes.UNTERMINATED || (found == TokenKind.STRING && opensOutOfStep());
        if (end < 0 || stray) {
            strayQuote |= stray;
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
            doubleQuote(3, false);
        } else {
            return false;
        }
        if (kind != TokenKind.OPAQUE) {
            position = afterUescape();
            lastQuoteEnd = position;
        }
        return true;
    }

    /** {@code UESCAPE '!'} after a string is a part of its spelling. */
    private int afterUescape() {
        int i = skipSpace(position);
        int end = wordEnd(i);
        if (end - i != UESCAPE.length()
                || !UESCAPE.equalsIgnoreCase(text.subSequence(i, end).toString())) {
            return position;
        }
        int quote = skipSpace(end);
        boolean oneCharacter = quote + 2 < length && text.charAt(quote) == '\'' && text.charAt(quote + 2) == '\'';
        return oneCharacter ? quote + 3 : position;
    }

    private int skipSpace(int from) {
        int i = from;
        while (i < length && Characters.isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Reads a string whose character set a word before it names, as in {@code _utf8 'x'}; false if there is none. */
    final boolean introduced(int wordEnd) {
        int quote = skipSpace(wordEnd);
        char c = quote < length ? text.charAt(quote) : 0;
        boolean bits = (c | 0x20) == 'x' || (c | 0x20) == 'b';
        quote += bits ? 1 : 0;
        c = quote < length ? text.charAt(quote) : 0;
        if (c != '\'' && c != '"') {
            return false;
        }
        rememberQuote();
        lastStringEscapes = false;
        quoted(TokenKind.STRING, Quotes.doubled(text, quote + 1, c, true));
        return true;
    }

    /** A quote that cannot be: the rest of the text may be data. */
    final void strayQuote() {
        rememberQuote();
        strayQuote = true;
        token(TokenKind.OPAQUE, length);
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
            strayQuote();
        }
    }
}
