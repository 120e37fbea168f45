package com.footstone.audit.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The tokens of a text by number, comments apart, for readers that have to look back and ahead. Of a very long text only
 * the beginning is kept.
 */
final class CodeTokens {

    /** Enough for any statement somebody wrote; longer ones are lists of values. */
    static final int MOST = 16_384;

    /** A comment, and the number of the token that follows it. */
    record Comment(int start, int end, int before) {}

    private final CharSequence text;
    private final Dialect dialect;
    private final List<Comment> comments = new ArrayList<>();
    private TokenKind[] kinds = new TokenKind[64];
    private Word[] words = new Word[64];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int size;

    private CodeTokens(CharSequence text, Dialect dialect) {
        this.text = text;
        this.dialect = dialect;
    }

    static CodeTokens of(CharSequence text, Dialect dialect) {
        CodeTokens tokens = new CodeTokens(text, dialect);
        Lexer lexer = new Lexer(text, dialect);
        while (tokens.size < MOST && lexer.advance()) {
            if (lexer.kind() == TokenKind.COMMENT) {
                tokens.comments.add(new Comment(lexer.start(), lexer.end(), tokens.size));
            } else {
                tokens.add(lexer);
            }
        }
        return tokens;
    }

    private void add(Lexer token) {
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, size * 2);
            words = Arrays.copyOf(words, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        kinds[size] = token.kind();
        words[size] = token.kind() == TokenKind.QUOTED_NAME ? null : token.word();
        starts[size] = token.start();
        ends[size] = token.end();
        size++;
    }

    CharSequence text() {
        return text;
    }

    Dialect dialect() {
        return dialect;
    }

    List<Comment> comments() {
        return comments;
    }

    int size() {
        return size;
    }

    int start(int i) {
        return starts[i];
    }

    int end(int i) {
        return ends[i];
    }

    /** Null outside the text, as the word is. */
    TokenKind kind(int i) {
        return i >= 0 && i < size ? kinds[i] : null;
    }

    Word word(int i) {
        return i >= 0 && i < size ? words[i] : null;
    }

    boolean is(int i, TokenKind kind) {
        return kind(i) == kind;
    }

    boolean is(int i, Word word) {
        return word(i) == word;
    }

    /** Whether the token is an operator spelled so. */
    boolean is(int i, String operator) {
        return is(i, TokenKind.OPERATOR) && spells(i, operator);
    }

    boolean isName(int i) {
        return is(i, TokenKind.QUOTED_NAME) || (is(i, TokenKind.WORD) && words[i] == null);
    }

    /** Whether the token is a name of the set. */
    boolean isOf(int i, NameSet names) {
        return kind(i) == TokenKind.WORD && names.has(text, starts[i], ends[i]);
    }

    boolean isLiteral(int i) {
        return is(i, TokenKind.STRING) || is(i, TokenKind.NUMBER) || isValueWord(i);
    }

    /** NULL, TRUE or FALSE. */
    boolean isValueWord(int i) {
        Word word = word(i);
        return word != null && word.mayBeValue();
    }

    private boolean spells(int i, String spelling) {
        if (ends[i] - starts[i] != spelling.length()) {
            return false;
        }
        for (int at = 0; at < spelling.length(); at++) {
            if (text.charAt(starts[i] + at) != spelling.charAt(at)) {
                return false;
            }
        }
        return true;
    }

    /** Whether two tokens are spelled alike. */
    boolean alike(int one, int other) {
        if (kind(one) != kind(other) || ends[one] - starts[one] != ends[other] - starts[other]) {
            return false;
        }
        for (int at = 0; at < ends[one] - starts[one]; at++) {
            if (text.charAt(starts[one] + at) != text.charAt(starts[other] + at)) {
                return false;
            }
        }
        return true;
    }

    /** The token's spelling in small letters, no longer than a name. */
    String spelling(int i) {
        int end = Math.min(ends[i], starts[i] + 128);
        return text.subSequence(starts[i], end).toString().toLowerCase(Locale.ROOT);
    }

    /** The value of a whole number without sign, or -1. */
    long number(int i) {
        if (!is(i, TokenKind.NUMBER) || ends[i] - starts[i] > 12) {
            return -1;
        }
        long value = 0;
        for (int at = starts[i]; at < ends[i]; at++) {
            if (!Characters.isDigit(text.charAt(at))) {
                return -1;
            }
            value = value * 10 + text.charAt(at) - '0';
        }
        return value;
    }

    /** Whether there is a line break between a token and the one before it. */
    boolean beginsLine(int i) {
        int from = i == 0 ? 0 : ends[i - 1];
        for (int at = starts[i] - 1; at >= from; at--) {
            char c = text.charAt(at);
            if (c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }

    /** The number of the token that closes the bracket opened by this one; if there is none near by, that of the last. */
    int close(int open, int atMost) {
        int depth = 0;
        int last = Math.min(size, open + atMost) - 1;
        for (int i = open; i <= last; i++) {
            depth += kinds[i] == TokenKind.OPEN ? 1 : kinds[i] == TokenKind.CLOSE ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return last;
    }
}
