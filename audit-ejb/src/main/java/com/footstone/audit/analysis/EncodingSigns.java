package com.footstone.audit.analysis;

import java.util.Set;

import com.footstone.audit.model.InjectionSign;

/** Signs that a text is spelled so that filters do not know it. */
final class EncodingSigns {

    private static final int FEWEST_CODES = 3;
    private static final int SHORTEST_HEX = 8;
    private static final int LONGEST_HEX = 2048;

    private static final NameSet KEYWORDS = NameSet.of(
            "select", "union", "from", "where", "and", "or", "order", "group", "by", "insert", "delete", "update",
            "drop", "like", "null", "having", "table", "into", "values", "not", "between", "all", "case", "when",
            "then", "else", "end", "exists", "limit", "sleep", "cast", "convert", "concat", "char", "chr", "as");

    private final CodeTokens tokens;
    private final Set<InjectionSign> signs;

    EncodingSigns(CodeTokens tokens, Set<InjectionSign> signs) {
        this.tokens = tokens;
        this.signs = signs;
    }

    void read() {
        int codes = 0;
        int mixed = 0;
        for (int i = 0; i < tokens.size(); i++) {
            TokenKind kind = tokens.kind(i);
            if (kind == TokenKind.WORD) {
                mixed += isMixed(i) ? 1 : 0;
                codes += tokens.isOf(i, SuspectNames.CHARACTERS) && tokens.is(i + 1, TokenKind.OPEN) ? codes(i) : 0;
                oddBlank(i);
            } else if (kind == TokenKind.NUMBER && isText(i)) {
                signs.add(InjectionSign.TEXT_IN_HEX);
            }
        }
        if (codes >= FEWEST_CODES) {
            signs.add(InjectionSign.STRING_BY_CODES);
        }
        if (mixed >= 2) {
            signs.add(InjectionSign.MIXED_CASE);
        }
    }

    private boolean isMixed(int i) {
        return isMixed(tokens.text(), tokens.start(i), tokens.end(i)) && tokens.isOf(i, KEYWORDS);
    }

    /** Whether a word is neither in small letters nor in capitals nor in small ones after a capital. */
    static boolean isMixed(CharSequence text, int start, int end) {
        if (end - start < 2) {
            return false;
        }
        boolean second = isCapital(text.charAt(start + 1));
        boolean mixed = second && !isCapital(text.charAt(start));
        for (int at = start + 2; !mixed && at < end; at++) {
            mixed = isCapital(text.charAt(at)) != second;
        }
        return mixed;
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    /** How many letters and digits are given by their codes; line breaks and quotes have honest uses. */
    private int codes(int call) {
        int codes = 0;
        int close = tokens.close(call + 1, 256);
        for (int i = call + 2; i < close; i++) {
            long code = tokens.number(i);
            boolean letter = (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
            codes += letter || (code >= '0' && code <= '9') ? 1 : 0;
        }
        return codes;
    }

    private void oddBlank(int i) {
        int from = i == 0 ? 0 : tokens.end(i - 1);
        for (int at = tokens.start(i) - 1; at >= from; at--) {
            char c = tokens.text().charAt(at);
            boolean usual = c == ' ' || c == '\n' || c == '\r' || c == '\t' || c >= 0x80;
            if (c < ' ' && !usual && i > 0 && tokens.word(i) != null) {
                signs.add(InjectionSign.ODD_BLANKS);
            }
        }
    }

    /** Whether a number in hexadecimal spells letters, digits and what stands between them. */
    private boolean isText(int i) {
        int from = tokens.start(i) + 2;
        int digits = tokens.end(i) - from;
        CharSequence text = tokens.text();
        boolean hexadecimal = digits >= SHORTEST_HEX
                && digits <= LONGEST_HEX
                && digits % 2 == 0
                && text.charAt(from - 2) == '0'
                && (text.charAt(from - 1) | 0x20) == 'x';
        for (int at = from; hexadecimal && at < tokens.end(i); at += 2) {
            int high = Character.digit(text.charAt(at), 16);
            int low = Character.digit(text.charAt(at + 1), 16);
            hexadecimal = high >= 0 && low >= 0 && isWritten((char) (high * 16 + low));
        }
        return hexadecimal;
    }

    private static boolean isWritten(char c) {
        return c < 0x7f && (Character.isLetterOrDigit(c) || " _-./:\\~@$%,'=()*".indexOf(c) >= 0);
    }
}
