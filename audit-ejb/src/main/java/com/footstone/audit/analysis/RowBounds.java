package com.footstone.audit.analysis;

/** Finds how many rows a statement skips and asks for: LIMIT, OFFSET, FETCH, TOP and ROWNUM. */
final class RowBounds {

    private enum Awaits {
        NOTHING,
        LIMIT,
        /** The number after the comma of {@code LIMIT offset, limit}. */
        LIMIT_AFTER_COMMA,
        OFFSET,
        /** FIRST or NEXT after FETCH. */
        FETCH_WORD,
        FETCH,
        TOP,
        ROWNUM_OPERATOR,
        ROWNUM
    }

    private Awaits awaits = Awaits.NOTHING;
    /** What the last number was taken for: what follows it may yet show that it was something else. */
    private Awaits last = Awaits.NOTHING;

    private Word previousWord;
    private boolean bounded;
    private RowCount offset;
    private RowCount limit;
    private RowCount beforeLast;
    private int adjustment;

    void accept(Lexer token, boolean outermost, String parameter) {
        TokenKind kind = token.kind();
        if (kind == TokenKind.WORD && isVariable(token)) {
            CharSequence name = token.text().subSequence(token.start() + 1, token.end());
            number(token, name.toString());
        } else if (kind == TokenKind.WORD) {
            word(token.word(), outermost);
        } else if (kind == TokenKind.NUMBER || kind == TokenKind.PLACEHOLDER) {
            number(token, parameter);
        } else {
            symbol(token);
        }
        previousWord = kind == TokenKind.WORD ? token.word() : null;
    }

    /** {@code @n} of SQL Server, where a number of rows is awaited: the producer may list it among the bound values. */
    private boolean isVariable(Lexer token) {
        boolean awaited = awaits == Awaits.TOP || awaits == Awaits.OFFSET || awaits == Awaits.FETCH;
        return awaited && token.word() == null && token.text().charAt(token.start()) == '@';
    }

    private void word(Word word, boolean outermost) {
        Awaits was = awaits;
        awaits = Awaits.NOTHING;
        if (word == Word.ROWNUM) {
            awaits = Awaits.ROWNUM_OPERATOR;
        } else if (was == Awaits.FETCH_WORD) {
            awaits = word == Word.FIRST || word == Word.NEXT ? Awaits.FETCH : Awaits.NOTHING;
        } else if (was == Awaits.FETCH && (word == Word.ROW || word == Word.ROWS)) {
            bounded = true;
            limit = new RowCount(1, null, 0);
        } else if (was == Awaits.LIMIT && (word == Word.ALL || word == Word.NULL)) {
            bounded = false;
        } else if (word == Word.PERCENT && (last == Awaits.FETCH || last == Awaits.TOP)) {
            limit = null;
        } else if (outermost && word != null) {
            clause(word);
        }
        last = Awaits.NOTHING;
    }

    private void clause(Word word) {
        switch (word) {
            case LIMIT -> {
                awaits = Awaits.LIMIT;
                bounded = true;
            }
            case OFFSET -> awaits = Awaits.OFFSET;
            case FETCH -> awaits = Awaits.FETCH_WORD;
            case TOP -> {
                if (topMayFollow()) {
                    awaits = Awaits.TOP;
                }
            }
            default -> {}
        }
    }

    private boolean topMayFollow() {
        return previousWord == Word.SELECT
                || previousWord == Word.DISTINCT
                || previousWord == Word.ALL
                || previousWord == Word.DELETE
                || previousWord == Word.UPDATE
                || previousWord == Word.INSERT;
    }

    private void number(Lexer token, String parameter) {
        long literal = parameter == null ? RowCount.parse(token.text().subSequence(token.start(), token.end())) : -1;
        RowCount count = new RowCount(literal, parameter, awaits == Awaits.ROWNUM ? adjustment : 0);
        last = awaits;
        beforeLast = limit;
        switch (awaits) {
            case LIMIT, FETCH, TOP -> {
                limit = count;
                bounded = true;
            }
            case ROWNUM -> {
                limit = limit == null ? count : limit;
                bounded = true;
            }
            case LIMIT_AFTER_COMMA -> {
                offset = limit;
                limit = count;
            }
            case OFFSET -> offset = count;
            default -> last = Awaits.NOTHING;
        }
        awaits = Awaits.NOTHING;
    }

    private void symbol(Lexer token) {
        TokenKind kind = token.kind();
        if (kind == TokenKind.OPERATOR) {
            operator(token);
        } else if (kind == TokenKind.COMMA && last == Awaits.LIMIT) {
            awaits = Awaits.LIMIT_AFTER_COMMA;
            last = Awaits.NOTHING;
        } else if (kind != TokenKind.OPEN && kind != TokenKind.CLOSE) {
            awaits = Awaits.NOTHING;
            last = Awaits.NOTHING;
        } else if (kind == TokenKind.OPEN && previousWord == null) {
            awaits = Awaits.NOTHING;
        }
    }

    private void operator(Lexer token) {
        char first = token.text().charAt(token.start());
        int length = token.end() - token.start();
        if (awaits == Awaits.ROWNUM_OPERATOR && (first == '<' || first == '=')) {
            adjustment = first == '<' && length == 1 ? -1 : 0;
            awaits = Awaits.ROWNUM;
            last = Awaits.NOTHING;
            return;
        }
        // A sum or product: the number is only a part of the count. A cast leaves it what it is.
        if (first != ':') {
            forgetLast();
        }
        awaits = Awaits.NOTHING;
    }

    private void forgetLast() {
        if (last == Awaits.OFFSET) {
            offset = null;
        } else if (last == Awaits.LIMIT_AFTER_COMMA || last == Awaits.LIMIT || last == Awaits.FETCH) {
            limit = last == Awaits.LIMIT ? beforeLast : null;
        }
        last = Awaits.NOTHING;
    }

    boolean bounded() {
        return bounded;
    }

    RowCount offset() {
        return offset;
    }

    RowCount limit() {
        return limit;
    }
}
