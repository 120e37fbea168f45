package com.footstone.audit.analysis;

/**
 * Cuts a text into tokens, one at a time, in one pass and time linear in its length. It accepts every text. It allocates
 * nothing per token and does not recurse, so that neither length nor nesting can hurt it.
 *
 * <p>Secrecy rests on it: what it calls a name or keyword is shown, the rest is not. Where it cannot be sure how quotes
 * pair, the rest of the text becomes one {@link TokenKind#OPAQUE} token:
 * <ul>
 *   <li>the dialect is unknown and its kin disagree (a backslash before a quote, a comment within a comment …);
 *   <li>a quote never closes, or touches what cannot stand there (<code>it's</code>): any of the quotes before may be the
 *       stray one, so the text has to be read again with {@code opaqueFrom} at {@link #firstQuote()}.
 * </ul>
 */
final class Lexer extends ParameterCursor {

    private final int opaqueFrom;
    private boolean inExecutableComment;
    private final BareValues bareValues;

    Lexer(CharSequence text, Dialect dialect) {
        this(text, dialect, text.length());
    }

    /** A lexer to which everything from a position on is opaque. */
    Lexer(CharSequence text, Dialect dialect, int opaqueFrom) {
        super(text, dialect);
        this.opaqueFrom = opaqueFrom;
        this.bareValues = BareValues.of(dialect);
    }

    /** Moves to the next token; false at the end of the text. */
    boolean advance() {
        if (kind != TokenKind.COMMENT) {
            previous = kind;
            previousWord = word;
        }
        while (position < length && position < opaqueFrom && Characters.isSpace(text.charAt(position))) {
            position++;
        }
        if (position >= length) {
            return false;
        }
        start = position;
        word = null;
        if (start >= opaqueFrom || outOfStep()) {
            token(TokenKind.OPAQUE, length);
        } else {
            scan(text.charAt(start));
        }
        if (bareValues != null && kind != TokenKind.COMMENT) {
            doubt();
        }
        return true;
    }

    private void doubt() {
        boolean value = kind == TokenKind.WORD && bareValues.has(this);
        if (value) {
            word = null;
            token(TokenKind.STRING, position);
        }
        bareValues.accept(this, value);
    }

    private void scan(char c) {
        switch (c) {
            case '\'' -> plainString();
            case '"' -> doubleQuote(1, bareValues != null && bareValues.areNext());
            case '`' -> quotedName('`', 1);
            case '(' -> token(TokenKind.OPEN, start + 1);
            case ')' -> token(TokenKind.CLOSE, start + 1);
            case '[' -> {
                if (dialect.bracketsQuoteNames()) {
                    quotedName(']', 1);
                } else {
                    token(TokenKind.OPEN_BRACKET, start + 1);
                }
            }
            case ']' -> token(TokenKind.CLOSE_BRACKET, start + 1);
            case '{' -> {
                braces++;
                token(TokenKind.OPEN_BRACE, start + 1);
            }
            case '}' -> {
                braces = Math.max(0, braces - 1);
                token(TokenKind.CLOSE_BRACE, start + 1);
            }
            case ',' -> token(TokenKind.COMMA, start + 1);
            case ';' -> token(TokenKind.SEMICOLON, start + 1);
            case '?' -> questionMark();
            case ':' -> colon();
            case '$' -> dollar();
            case '@' -> at();
            case '#' -> hash();
            case '%' -> percent();
            default -> other(c);
        }
    }

    private void other(char c) {
        if (Characters.isDigit(c) || (c == '.' && Characters.isDigit(peek(1)))) {
            token(TokenKind.NUMBER, numberEnd(start));
        } else if (c >= 0x80 && (Characters.isQuoteOfProse(c) || isMoney(start))) {
            foreign(c);
        } else if (Characters.startsWord(c)) {
            wordOrPrefix();
        } else if (c == '.') {
            token(TokenKind.DOT, start + 1);
        } else if (c == '-' && peek(1) == '-') {
            dashes();
        } else if (c == '/' && peek(1) == '*') {
            block();
        } else if (c == '*' && peek(1) == '/' && inExecutableComment) {
            inExecutableComment = false;
            token(TokenKind.COMMENT, start + 2);
        } else if ((c == '-' || c == '+') && !afterOperand()) {
            sign();
        } else {
            token(TokenKind.OPERATOR, Operators.end(text, start));
        }
    }

    private void sign() {
        int i = start + 1;
        while (i < length && Characters.isSpace(text.charAt(i))) {
            i++;
        }
        i += isMoney(i) ? 1 : 0;
        boolean number = i < length
                && (Characters.isDigit(text.charAt(i))
                        || (text.charAt(i) == '.' && i + 1 < length && Characters.isDigit(text.charAt(i + 1))));
        token(number ? TokenKind.NUMBER : TokenKind.OPERATOR, number ? numberEnd(i) : start + 1);
    }

    /** A sign of currency before digits: a number to SQL Server, and no name to anybody. A dollar may be a parameter. */
    private boolean isMoney(int index) {
        return index + 1 < length
                && Characters.isDigit(text.charAt(index + 1))
                && Character.getType(text.charAt(index)) == Character.CURRENCY_SYMBOL
                && (text.charAt(index) != '$' || dialect == Dialect.SQL_SERVER);
    }

    private void foreign(char c) {
        if (Characters.isQuoteOfProse(c)) {
            strayQuote();
        } else {
            token(TokenKind.NUMBER, numberEnd(start + 1));
        }
    }

    private void dashes() {
        char next = peek(2);
        boolean plain = next == 0 || Characters.isSpace(next);
        if (plain || !dialect.in(Dialect.MYSQL, Dialect.UNKNOWN)) {
            comment(Quotes.line(text, start));
        } else if (dialect == Dialect.MYSQL) {
            // MySQL asks for a space after the dashes: without one they are two signs.
            token(TokenKind.OPERATOR, start + 1);
        } else {
            lineThatMayBeCode();
        }
    }

    /** A line that some dialects skip and others run: skipped, and if it has quotes then what follows may be data. */
    private void lineThatMayBeCode() {
        int end = Quotes.line(text, start);
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\'' || c == '"' || c == '`' || (c == '/' && i + 1 < end && text.charAt(i + 1) == '*')) {
                token(TokenKind.OPAQUE, length);
                return;
            }
        }
        token(TokenKind.COMMENT, end);
    }

    private void block() {
        boolean executable = peek(2) == '!' || (peek(2) == 'M' && peek(3) == '!');
        if (executable && dialect == Dialect.MYSQL) {
            // MySQL runs what is in such a comment, so it is read as code.
            inExecutableComment = true;
            token(TokenKind.COMMENT, afterVersion(start + (peek(2) == '!' ? 3 : 4)));
            return;
        }
        int end = Quotes.block(text, start + 2, dialect);
        if (end < 0) {
            token(TokenKind.OPAQUE, length);
        } else {
            comment(end);
        }
    }

    /** The version that an executable comment may begin with has five or six digits; code may touch it. */
    private int afterVersion(int from) {
        int i = from;
        while (i < length && i < from + 6 && Characters.isDigit(text.charAt(i))) {
            i++;
        }
        return i - from < 5 ? from : i;
    }

    private void hash() {
        if (dialect == Dialect.MYSQL) {
            comment(Quotes.line(text, start));
        } else if (dialect == Dialect.UNKNOWN) {
            lineThatMayBeCode();
        } else if (dialect == Dialect.SQL_SERVER) {
            int end = wordEnd(start + 1);
            token(end > start + 1 ? TokenKind.WORD : TokenKind.OPERATOR, end);
        } else {
            token(TokenKind.OPERATOR, Operators.end(text, start));
        }
    }

    private void wordOrPrefix() {
        int end = wordEnd(start);
        word = Word.at(text, start, end);
        char after = end < length ? text.charAt(end) : 0;
        if (dialect == Dialect.MYSQL && text.charAt(start) == '_' && !afterOperand() && introduced(end)) {
            return;
        }
        if (after == '&' && end - start == 1 && (text.charAt(start) | 0x20) == 'u' && unicodePrefix(end)) {
            return;
        }
        if (after == '\'' && word == null) {
            prefixed(end);
        } else if (word != null && word.mayBeValue() && standsForValue()) {
            token(TokenKind.VALUE_WORD, end);
        } else {
            token(TokenKind.WORD, end);
        }
    }

    private boolean standsForValue() {
        return previous == TokenKind.OPERATOR || previous == TokenKind.COMMA || (previous != null && previous.opens());
    }
}
