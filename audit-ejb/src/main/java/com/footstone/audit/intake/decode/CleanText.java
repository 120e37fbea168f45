package com.footstone.audit.intake.decode;

/**
 * Texts as stores can hold them: JSON escapes can spell NUL, which PostgreSQL refuses in text, and halves of surrogate
 * pairs, which no encoding has. What cannot be kept becomes U+FFFD, so that a reader sees that something was there.
 */
final class CleanText {

    private static final char REPLACEMENT = '\uFFFD';

    private CleanText() {}

    /** A name on one line: no control character of any kind, lest a name forge a line of a log. */
    static String name(String text) {
        return clean(text, false);
    }

    /** A text of several lines: tabs and line ends stay, other control characters do not. */
    static String lines(String text) {
        return clean(text, true);
    }

    private static String clean(String text, boolean lines) {
        for (int i = 0; i < text.length(); i++) {
            if (mustGo(text, i, lines)) {
                return cleanFrom(text, i, lines);
            }
        }
        return text;
    }

    private static String cleanFrom(String text, int first, boolean lines) {
        char[] chars = text.toCharArray();
        for (int i = first; i < chars.length; i++) {
            if (mustGo(text, i, lines)) {
                chars[i] = REPLACEMENT;
            }
        }
        return new String(chars);
    }

    private static boolean mustGo(String text, int at, boolean lines) {
        char c = text.charAt(at);
        if (c < ' ') {
            return !lines || (c != '\t' && c != '\n' && c != '\r');
        }
        if (c < 0x7F) {
            return false;
        }
        return Character.isISOControl(c) || (Character.isSurrogate(c) && !paired(text, at));
    }

    private static boolean paired(String text, int at) {
        char c = text.charAt(at);
        return Character.isHighSurrogate(c)
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
