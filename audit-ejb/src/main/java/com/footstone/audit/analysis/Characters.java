package com.footstone.audit.analysis;

/** Which characters make words, numbers and space, and which may be stored. */
final class Characters {

    /** Longest quoted name that is taken for one; the databases' own limits are 63 to 128. */
    private static final int LONGEST_NAME = 128;

    private Characters() {}

    static boolean isSpace(char c) {
        return c <= ' ' || c == '\u007f' || (c >= 0x80 && (Character.isWhitespace(c) || Character.isSpaceChar(c)));
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Letters of any script; whatever is beyond ASCII and no space counts, as databases allow it in names. */
    static boolean startsWord(char c) {
        boolean ascii = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        return ascii || (c >= 0x80 && !isSpace(c) && !isQuoteOfProse(c));
    }

    /** Quotes that no database knows, but that texts have which went through a word processor or a chat. */
    static boolean isQuoteOfProse(char c) {
        boolean single = c >= '\u2018' && c <= '\u201f';
        boolean angle = c == '\u00ab' || c == '\u00bb' || c == '\u2039' || c == '\u203a';
        return single || angle || c == '\u00b4' || c == '\uff02' || c == '\uff07';
    }

    static boolean continuesWord(char c) {
        return startsWord(c) || isDigit(c) || c == '$';
    }

    /**
     * Whether what stands between the quotes of a name looks like a name, so that it can be shown. Applications put values
     * between such quotes by mistake, and garbage may hold anything.
     */
    static boolean looksLikeName(CharSequence text, int start, int end, boolean spacesAllowed) {
        if (end <= start || end - start > LONGEST_NAME) {
            return false;
        }
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            boolean inside = i > start && (c == '-' || c == '.' || (c == ' ' && spacesAllowed));
            if (!continuesWord(c) && c != '#' && !inside) {
                return false;
            }
        }
        return !isDigit(text.charAt(start));
    }

    /** Appends a part of a text; NUL and lone surrogates, which PostgreSQL's text cannot hold, become U+FFFD. */
    static void appendClean(StringBuilder out, CharSequence text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.append(c).append(text.charAt(++i));
            } else {
                out.append(c == 0 || Character.isSurrogate(c) ? '\ufffd' : c);
            }
        }
    }

    /** Drops the first half of a surrogate pair whose second half was cut off. */
    static void dropHalfPair(StringBuilder text) {
        int last = text.length() - 1;
        if (last >= 0 && Character.isHighSurrogate(text.charAt(last))) {
            text.setLength(last);
        }
    }
}
