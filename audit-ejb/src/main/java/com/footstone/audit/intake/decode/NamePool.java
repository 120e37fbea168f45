package com.footstone.audit.intake.decode;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;

/**
 * Names that come with event after event, such as an application's, each kept once instead of once an event. Of fixed size: a
 * name that is not in its place is made anew and takes the place. Threads may share it without a lock, since a string is
 * whole for whoever sees it, and a name that is overlooked is only made again.
 */
final class NamePool {

    private static final int PLACES = 1 << 12;

    /** In characters; longer names are rare, and never kept. */
    private static final int LONGEST = 128;

    private final String[] names = new String[PLACES];

    /** The clean text that the parser stands on, if it was kept; otherwise {@code null}. */
    String find(JsonParser in) throws IOException {
        int length = in.getTextLength();
        if (length > LONGEST) {
            return null;
        }
        char[] text = in.getTextCharacters();
        int from = in.getTextOffset();
        int hash = 0;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + text[i];
        }
        String name = names[place(hash)];
        return name != null && is(name, text, from, length) ? name : null;
    }

    /** Keeps a clean name, unless it is too long. */
    String keep(String name) {
        if (name.length() <= LONGEST) {
            names[place(name.hashCode())] = name;
        }
        return name;
    }

    private static boolean is(String name, char[] text, int from, int length) {
        if (name.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (name.charAt(i) != text[from + i]) {
                return false;
            }
        }
        return true;
    }

    private static int place(int hash) {
        return (hash ^ (hash >>> 12)) & (PLACES - 1);
    }
}
