package com.footstone.audit.analysis;

/**
 * Whether a text is worth looking for signs of injection: a glance at each token on its way, so that ordinary statements
 * cost nothing more. It may be wrong in one direction only.
 */
final class Suspicion {

    /** How many words in mixed letters are needed. */
    private static final int MIXED = 2;

    private boolean raised;
    /** A condition has begun and nothing but brackets and NOT has come. */
    private boolean pending;

    private boolean between;
    private TokenKind previous;
    private TokenKind beforePrevious;
    private Word previousWord;
    private int previousStart;
    private int previousEnd;
    private int froms;
    private int mixed;
    private boolean first = true;
    /** How much of {@code OR a = a} has come. */
    private int itself;

    boolean raised() {
        return raised;
    }

    void accept(Lexer token) {
        if (raised) {
            return;
        }
        TokenKind kind = token.kind();
        if (kind == TokenKind.COMMENT) {
            raised = !isHint(token);
            return;
        }
        Word word = kind == TokenKind.QUOTED_NAME ? null : token.word();
        raised = kind == TokenKind.OPAQUE
                || previous == TokenKind.SEMICOLON
                || opensCondition(token, kind, word)
                || (kind == TokenKind.WORD && word(token, word))
                || symbol(token, kind);
        first = false;
        beforePrevious = previous;
        previous = kind;
        previousWord = word;
        previousStart = token.start();
        previousEnd = token.end();
    }

    private static boolean isHint(Lexer token) {
        return token.end() - token.start() > 2 && token.text().charAt(token.start() + 2) == '+';
    }

    /** A literal or a query where a column is to be expected. */
    private boolean opensCondition(Lexer token, TokenKind kind, Word word) {
        boolean begins = begins(word);
        if (begins) {
            pending = !(word == Word.AND && between);
            itself = word == Word.OR ? 1 : 0;
        } else if (pending) {
            boolean literal = kind == TokenKind.STRING || kind == TokenKind.NUMBER || kind == TokenKind.VALUE_WORD;
            if (literal || word == Word.TRUE || word == Word.FALSE || word == Word.NULL || word == Word.SELECT) {
                return true;
            }
            pending = kind == TokenKind.OPEN || word == Word.NOT;
        }
        between = word == Word.BETWEEN || (between && word != Word.AND);
        return !begins && isItself(token, kind, word);
    }

    private static boolean begins(Word word) {
        return word == Word.OR || word == Word.AND || word == Word.WHEN || word == Word.HAVING;
    }

    /** A column compared with a column behind OR. */
    private boolean isItself(Lexer token, TokenKind kind, Word word) {
        boolean name = kind == TokenKind.QUOTED_NAME || (kind == TokenKind.WORD && word == null);
        if (itself == 1 && kind == TokenKind.OPERATOR && token.text().charAt(token.start()) == '=') {
            itself = 2;
        } else if (itself == 2) {
            itself = 0;
            return name;
        } else if (!name && kind != TokenKind.DOT) {
            itself = 0;
        }
        return false;
    }

    private boolean word(Lexer token, Word word) {
        if (EncodingSigns.isMixed(token.text(), token.start(), token.end()) && isCommon(word)) {
            mixed++;
        }
        if (word == null) {
            boolean table = previousWord == Word.FROM || previousWord == Word.JOIN || previous == TokenKind.COMMA;
            return token.text().charAt(token.start()) == '@' || (froms > 1 && table && Catalogue.mayBeginTable(token));
        }
        return mixed >= MIXED || keyword(token, word);
    }

    private static boolean isCommon(Word word) {
        return word != null && word != Word.ROWNUM;
    }

    private boolean keyword(Lexer token, Word word) {
        return switch (word) {
            case UNION -> true;
            case FROM -> {
                froms++;
                yield false;
            }
            case SELECT -> previous == TokenKind.OPEN && beforePrevious != TokenKind.WORD && !first;
            case WAITFOR, DROP, EXEC, DECLARE, TRUNCATE -> !first && token.dialect() == Dialect.SQL_SERVER;
            default -> false;
        };
    }

    private boolean symbol(Lexer token, TokenKind kind) {
        CharSequence text = token.text();
        return switch (kind) {
            case OPEN ->
                isCall(token) && (previousWord == Word.IF || SuspectNames.mayBe(text, previousStart, previousEnd));
            case DOT -> previous == TokenKind.WORD && SuspectNames.mayBe(text, previousStart, previousEnd);
            case NUMBER -> previousWord == Word.BY || (token.end() - token.start() >= 10 && isHexadecimal(token));
            case OPERATOR -> token.dialect() == Dialect.MYSQL && isOfMysql(token);
            default -> false;
        };
    }

    private boolean isCall(Lexer token) {
        return previous == TokenKind.WORD && previousEnd <= token.start();
    }

    private static boolean isHexadecimal(Lexer token) {
        return (token.text().charAt(token.start() + 1) | 0x20) == 'x';
    }

    /** OR and AND by other signs, and strings taken for numbers. */
    private boolean isOfMysql(Lexer token) {
        char c = token.text().charAt(token.start());
        boolean twice = token.end() - token.start() == 2;
        return (twice && (c == '|' || c == '&')) || (previous == TokenKind.STRING && !twice && c != '<' && c != '>');
    }
}
