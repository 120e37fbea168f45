package com.footstone.audit.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Names that are looked up where they stand in a text, in any case. Looking one up allocates nothing. */
final class NameSet {

    private final String[] table;
    private final int longest;

    private NameSet(List<String> names) {
        int slots = Integer.highestOneBit(Math.max(4, names.size())) * 4;
        table = new String[slots];
        int most = 0;
        for (String name : names) {
            int slot = slot(name, 0, name.length());
            while (table[slot] != null) {
                slot = (slot + 1) % slots;
            }
            table[slot] = name.toLowerCase(Locale.ROOT);
            most = Math.max(most, name.length());
        }
        longest = most;
    }

    static NameSet of(String... names) {
        return new NameSet(List.of(names));
    }

    /** The names of this set and more. */
    NameSet and(NameSet... others) {
        Set<String> all = new TreeSet<>(names());
        for (NameSet other : others) {
            all.addAll(other.names());
        }
        return new NameSet(List.copyOf(all));
    }

    private List<String> names() {
        return Arrays.stream(table).filter(Objects::nonNull).toList();
    }

    /** Whether a part of a text is one of the names. */
    boolean has(CharSequence text, int start, int end) {
        int length = end - start;
        if (length == 0 || length > longest) {
            return false;
        }
        for (int slot = slot(text, start, end); table[slot] != null; slot = (slot + 1) % table.length) {
            if (equal(table[slot], text, start, length)) {
                return true;
            }
        }
        return false;
    }

    private static boolean equal(String name, CharSequence text, int start, int length) {
        if (name.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (name.charAt(i) != lower(text.charAt(start + i))) {
                return false;
            }
        }
        return true;
    }

    private int slot(CharSequence text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + lower(text.charAt(i));
        }
        return (hash & 0x7fffffff) % table.length;
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
}
