package com.footstone.audit.analysis;

/** The part of the {@link Lexer} that tells parameters from operators, and from names and numbers that begin alike. */
abstract class ParameterCursor extends QuoteCursor {

    ParameterCursor(CharSequence text, Dialect dialect) {
        super(text, dialect);
    }

    final void questionMark() {
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

    final void colon() {
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

    final void dollar() {
        char next = peek(1);
        if (Characters.isDigit(next)) {
            if (dialect == Dialect.SQL_SERVER) {
                token(TokenKind.NUMBER, numberEnd(start + 1));
            } else {
                reference(TokenKind.PLACEHOLDER);
            }
            return;
        }
        // Others than PostgreSQL have no use for two dollars, and texts do come with the wrong database's name.
        int tagEnd = Quotes.dollarTag(text, start);
        if (tagEnd > 0) {
            dollarString(tagEnd);
        } else if (Characters.startsWord(next)) {
            token(TokenKind.WORD, wordEnd(start + 1));
        } else {
            token(TokenKind.OPERATOR, start + 1);
        }
    }

    final void at() {
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

    /** {@code %s} and {@code %(name)s}, as Python's drivers have them, where an operand has to stand. */
    final void percent() {
        int end = afterOperand() ? -1 : pythonParameterEnd();
        token(end < 0 ? TokenKind.OPERATOR : TokenKind.PLACEHOLDER, end < 0 ? Operators.end(text, start) : end);
    }

    private int pythonParameterEnd() {
        int i = start + 1;
        if (peek(1) == '(') {
            i = wordEnd(start + 2);
            if (i == start + 2 || i >= length || text.charAt(i) != ')') {
                return -1;
            }
            i++;
        }
        boolean letter = i < length && text.charAt(i) == 's';
        return letter && (i + 1 >= length || !Characters.continuesWord(text.charAt(i + 1))) ? i + 1 : -1;
    }
}
