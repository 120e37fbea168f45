package com.footstone.audit.analysis.literal;

/** Classes of characters. Whatever is beyond ASCII belongs to none of them. */
final class Ascii {

    private static final boolean[] ALPHANUMERIC = new boolean[128];

    static {
        for (char c = 0; c < ALPHANUMERIC.length; c++) {
            ALPHANUMERIC[c] = isDigit(c) || isLetter(c);
        }
    }

    private Ascii() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean isLetter(char c) {
        return isUpper(c) || (c >= 'a' && c <= 'z');
    }

    static boolean isAlphanumeric(char c) {
        return c < 0x80 && ALPHANUMERIC[c];
    }

    static boolean isBase64Url(char c) {
        return isAlphanumeric(c) || c == '-' || c == '_';
    }

    /** Whether a text has a word at a place, in just this spelling. */
    static boolean at(CharSequence text, int from, int to, String word) {
        if (to - from < word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (text.charAt(from + i) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The end of a run of letters and digits. */
    static int runEnd(CharSequence text, int from, int to) {
        int i = from;
        while (i < to && isAlphanumeric(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
