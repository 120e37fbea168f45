package com.footstone.audit.analysis;

import java.util.Locale;

/** A place in a text and the token found there: what all parts of the {@link Lexer} share. */
abstract class TokenCursor {

    final CharSequence text;
    final Dialect dialect;
    final int length;

    /** Whether a word can go on with a #, which is an operator or begins a comment elsewhere. */
    private final boolean hashInWords;

    int position;
    TokenKind kind;
    Word word;
    int start;

    /** The last token that is no comment: what a sign, a question mark or TRUE means depends on it. */
    TokenKind previous;

    Word previousWord;

    TokenCursor(CharSequence text, Dialect dialect) {
        this.text = text;
        this.dialect = dialect;
        this.length = text.length();
        this.hashInWords = dialect.in(Dialect.ORACLE, Dialect.SQL_SERVER);
    }

    final TokenKind kind() {
        return kind;
    }

    /** The keyword that the token is, or null. */
    final Word word() {
        return word;
    }

    /** Whether the token is a word that is no keyword everywhere, given in small letters and spelled in any case. */
    final boolean spells(String small) {
        return position - start == small.length()
                && small.contentEquals(
                        text.subSequence(start, position).toString().toLowerCase(Locale.ROOT));
    }

    final int start() {
        return start;
    }

    final int end() {
        return position;
    }

    final CharSequence text() {
        return text;
    }

    final Dialect dialect() {
        return dialect;
    }

    final void token(TokenKind found, int end) {
        kind = found;
        position = end;
    }

    final char peek(int offset) {
        int index = start + offset;
        return index < length ? text.charAt(index) : 0;
    }

    final boolean afterOperand() {
        return previous != null
                && (previous.endsOperand()
                        || (previous == TokenKind.WORD && (previousWord == null || !previousWord.expectsOperand)));
    }

    private boolean continuesWord(char c) {
        return Characters.continuesWord(c) || (c == '#' && hashInWords);
    }

    final int wordEnd(int from) {
        int i = from;
        while (i < length && continuesWord(text.charAt(i))) {
            i++;
        }
        return i;
    }

    final int numberEnd(int from) {
        int i = from;
        while (i < length) {
            char c = text.charAt(i);
            boolean exponentSign = (c == '-' || c == '+')
                    && i > from
                    && (text.charAt(i - 1) | 0x20) == 'e'
                    && i + 1 < length
                    && Characters.isDigit(text.charAt(i + 1))
                    && !isHexadecimal(from);
            if (!Characters.continuesWord(c) && c != '.' && !exponentSign) {
                break;
            }
            i++;
        }
        return i;
    }

    private boolean isHexadecimal(int from) {
        return from + 1 < length && text.charAt(from) == '0' && (text.charAt(from + 1) | 0x20) == 'x';
    }
}
