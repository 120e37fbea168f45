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
final class Lexer extends QuoteCursor {

    private final int opaqueFrom;
    private boolean inExecutableComment;

    Lexer(CharSequence text, Dialect dialect) {
        this(text, dialect, text.length());
    }

    /** A lexer to which everything from a position on is opaque. */
    Lexer(CharSequence text, Dialect dialect, int opaqueFrom) {
        super(text, dialect);
        this.opaqueFrom = opaqueFrom;
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
        return true;
    }

    private void scan(char c) {
        switch (c) {
            case '\'' -> plainString();
            case '"' -> doubleQuote(1);
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
            case '{' -> token(TokenKind.OPEN_BRACE, start + 1);
            case '}' -> token(TokenKind.CLOSE_BRACE, start + 1);
            case ',' -> token(TokenKind.COMMA, start + 1);
            case ';' -> token(TokenKind.SEMICOLON, start + 1);
            case '?' -> questionMark();
            case ':' -> colon();
            case '$' -> dollar();
            case '@' -> at();
            case '#' -> hash();
            default -> other(c);
        }
    }

    private void other(char c) {
        if (Characters.isDigit(c) || (c == '.' && Characters.isDigit(peek(1)))) {
            token(TokenKind.NUMBER, numberEnd(start));
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
        boolean number = i < length
                && (Characters.isDigit(text.charAt(i))
                        || (text.charAt(i) == '.' && i + 1 < length && Characters.isDigit(text.charAt(i + 1))));
        token(number ? TokenKind.NUMBER : TokenKind.OPERATOR, number ? numberEnd(i) : start + 1);
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
            int i = start + 3;
            while (i < length && (Characters.isDigit(text.charAt(i)) || text.charAt(i) == '!')) {
                i++;
            }
            // Digits that go on as a word are no version.
            boolean version = i >= length || !Characters.continuesWord(text.charAt(i));
            i = version ? i : Math.min(start + (peek(2) == '!' ? 3 : 4), length);
            inExecutableComment = true;
            token(TokenKind.COMMENT, i);
            return;
        }
        int end = Quotes.block(text, start + 2, dialect);
        if (end < 0) {
            token(TokenKind.OPAQUE, length);
        } else {
            comment(end);
        }
    }

    private void questionMark() {
        if (dialect != Dialect.POSTGRESQL) {
            token(TokenKind.PLACEHOLDER, start + 1);
            return;
        }
        char next = peek(1);
        if (next == '?') {
            // How the JDBC driver is told that an operator is meant.
            char third = peek(2);
            token(TokenKind.OPERATOR, start + (third == '|' || third == '&' ? 3 : 2));
        } else if ((next == '|' || next == '&') && peek(2) != next && afterOperand()) {
            token(TokenKind.OPERATOR, start + 2);
        } else {
            token(afterOperand() && operandFollows() ? TokenKind.OPERATOR : TokenKind.PLACEHOLDER, start + 1);
        }
    }

    private boolean operandFollows() {
        int i = start + 1;
        while (i < length && Characters.isSpace(text.charAt(i))) {
            i++;
        }
        char c = i < length ? text.charAt(i) : 0;
        return c == '\'' || c == '$' || c == '(' || c == '?' || c == '"';
    }

    private void colon() {
        char next = peek(1);
        boolean touchesOperand = start > 0
                && (Characters.continuesWord(text.charAt(start - 1))
                        || text.charAt(start - 1) == ']'
                        || text.charAt(start - 1) == ')');
        if (next != ':' && !touchesOperand && Characters.continuesWord(next)) {
            reference(TokenKind.PLACEHOLDER);
        } else {
            token(TokenKind.OPERATOR, Operators.end(text, start));
        }
    }

    /** A mark and a name or number; long numbers are no positions of parameters but data. */
    private void reference(TokenKind found) {
        int end = wordEnd(start + 1);
        boolean number = Characters.isDigit(peek(1));
        token(number && end - start > 6 ? TokenKind.NUMBER : found, end);
    }

    private void dollar() {
        char next = peek(1);
        if (Characters.isDigit(next)) {
            if (dialect == Dialect.SQL_SERVER) {
                token(TokenKind.NUMBER, numberEnd(start + 1));
            } else {
                reference(TokenKind.PLACEHOLDER);
            }
            return;
        }
        int tagEnd = dialect.dollarQuotes() ? Quotes.dollarTag(text, start) : -1;
        if (tagEnd > 0) {
            dollarString(tagEnd);
        } else if (Characters.startsWord(next)) {
            token(TokenKind.WORD, wordEnd(start + 1));
        } else {
            token(TokenKind.OPERATOR, start + 1);
        }
    }

    private void at() {
        int name = peek(1) == '@' ? start + 2 : start + 1;
        if (dialect == Dialect.ORACLE || name >= length || !Characters.startsWord(text.charAt(name))) {
            token(TokenKind.OPERATOR, Operators.end(text, start));
            return;
        }
        int end = wordEnd(name);
        // Drivers number parameters @P0, @p1 …; other names are variables of the session or block.
        boolean parameter =
                name == start + 1 && (peek(1) | 0x20) == 'p' && end - start > 2 && allDigits(start + 2, end);
        token(parameter ? TokenKind.PLACEHOLDER : TokenKind.WORD, end);
    }

    private boolean allDigits(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Characters.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
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
