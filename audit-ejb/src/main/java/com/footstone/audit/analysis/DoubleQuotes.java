package com.footstone.audit.analysis;

/**
 * Decides what double quotes are in a text whose database is not known: names to most, but strings to MySQL as it comes.
 * Shown are only those that have to be names where they stand, and all of a text in which some have to be.
 */
final class DoubleQuotes {

    private static final int LONGEST_ANNOUNCER = 6;

    private DoubleQuotes() {}

    /**
     * Whether a double quote stands where only a name can: after a word that announces a table, or beside a dot.
     *
     * @param start where the quote opens
     * @param end after the quote that closes it, or -1 if that is not known
     */
    static boolean isName(CharSequence text, int start, int end) {
        int before = start - 1;
        while (before >= 0 && before > start - 4 && Characters.isSpace(text.charAt(before))) {
            before--;
        }
        if (before < 0) {
            return false;
        }
        boolean afterDot = text.charAt(before) == '.' && before > 0 && joinsNames(text.charAt(before - 1));
        return afterDot || announced(text, before + 1) || (end > 0 && dotFollows(text, end));
    }

    private static boolean dotFollows(CharSequence text, int end) {
        return end + 1 < text.length() && text.charAt(end) == '.' && joinsNames(text.charAt(end + 1));
    }

    private static boolean joinsNames(char c) {
        return c == '"' || Characters.continuesWord(c);
    }

    private static boolean announced(CharSequence text, int wordEnd) {
        int from = wordEnd;
        while (from > 0 && wordEnd - from <= LONGEST_ANNOUNCER && Characters.continuesWord(text.charAt(from - 1))) {
            from--;
        }
        Word word = Word.at(text, from, wordEnd);
        return word == Word.FROM || word == Word.JOIN || word == Word.INTO || word == Word.UPDATE || word == Word.TABLE;
    }

    /** Whether somewhere in the text a double quote has to open a name. */
    static boolean areNames(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '"' && isName(text, i, -1)) {
                return true;
            }
        }
        return false;
    }
}
