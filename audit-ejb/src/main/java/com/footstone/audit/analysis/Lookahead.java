package com.footstone.audit.analysis;

import java.util.Locale;

/** Looks at the text behind a token, where the token alone does not tell what it is. */
final class Lookahead {

    private Lookahead() {}

    static int afterSpace(CharSequence text, int from) {
        int i = from;
        while (i < text.length() && Characters.isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** The keyword that begins behind blanks, or null. */
    static Word word(CharSequence text, int from) {
        int start = afterSpace(text, from);
        int end = start;
        while (end < text.length() && Characters.continuesWord(text.charAt(end))) {
            end++;
        }
        return Word.at(text, start, end);
    }

    /** The name behind blanks, in small letters; empty if none is there. */
    static String name(CharSequence text, int from) {
        int start = afterSpace(text, from);
        return text.subSequence(start, afterName(text, start)).toString().toLowerCase(Locale.ROOT);
    }

    /** The position behind a name and the blanks before it, in square brackets or none. */
    static int afterName(CharSequence text, int from) {
        int i = afterSpace(text, from);
        boolean brackets = i < text.length() && text.charAt(i) == '[';
        while (i < text.length() && (brackets ? text.charAt(i) != ']' : Characters.continuesWord(text.charAt(i)))) {
            i++;
        }
        return brackets ? Math.min(i + 1, text.length()) : i;
    }
}
