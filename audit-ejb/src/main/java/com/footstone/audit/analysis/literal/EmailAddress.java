package com.footstone.audit.analysis.literal;

import java.util.Locale;
import java.util.Set;

/** E-mail addresses, as they are in use: the rarer spellings that the standard allows are left out. */
final class EmailAddress {

    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_DOMAIN = 190;

    /** What a file's name ends in rather than a domain: {@code logo@2x.png}. */
    private static final Set<String> FILES = Set.of("""
            png jpg jpeg gif svg webp ico css js json xml html txt pdf csv java jar class sql log yml yaml local
            internal invalid localhost""".split("\\s+", -1));

    private EmailAddress() {}

    /** Where the address around an at sign ends; -1 if there is none. */
    static int end(CharSequence text, int from, int at, int to) {
        int local = localStart(text, from, at);
        if (local == at || !mayPrecede(text, from, local)) {
            return -1;
        }
        int end = domainEnd(text, at + 1, to);
        if (end < 0 || (end < to && (text.charAt(end) == '@' || text.charAt(end) == '_'))) {
            return -1;
        }
        // git@host:path is a place, as is what stands after // in an address of the web.
        boolean place = end + 1 < to && text.charAt(end) == ':' && Ascii.isAlphanumeric(text.charAt(end + 1));
        return place ? -1 : end;
    }

    private static int localStart(CharSequence text, int from, int at) {
        int i = at;
        while (i > from && at - i <= LONGEST_LOCAL && isLocal(text.charAt(i - 1))) {
            i--;
        }
        boolean edges =
                i < at && at - i <= LONGEST_LOCAL && Ascii.isAlphanumeric(text.charAt(i)) && text.charAt(at - 1) != '.';
        return edges ? i : at;
    }

    private static boolean mayPrecede(CharSequence text, int from, int local) {
        if (local == from) {
            return true;
        }
        char before = text.charAt(local - 1);
        if (before == '/' || before == '@') {
            return false;
        }
        // user:password@host
        return before != ':' || !followsSlashes(text, from, local - 1);
    }

    private static boolean followsSlashes(CharSequence text, int from, int colon) {
        int i = colon;
        while (i > from && colon - i < LONGEST_LOCAL && text.charAt(i - 1) > ' ') {
            i--;
            if (text.charAt(i) == '/') {
                return true;
            }
        }
        return false;
    }

    private static boolean isLocal(char c) {
        return Ascii.isAlphanumeric(c) || c == '.' || c == '_' || c == '-' || c == '+' || c >= 0x80;
    }

    /** The end of labels with dots between them, of which the last one is letters only. */
    private static int domainEnd(CharSequence text, int from, int to) {
        int end = -1;
        int label = from;
        for (int i = from; i <= to && i - from <= LONGEST_DOMAIN; i++) {
            char c = i < to ? text.charAt(i) : 0;
            if (Ascii.isAlphanumeric(c) || c >= 0x80 || (c == '-' && i > label)) {
                continue;
            }
            boolean empty = i == label;
            if (!empty && label > from) {
                end = isTopLevel(text, label, i) ? i : -1;
            }
            if (c != '.' || empty) {
                return end;
            }
            label = i + 1;
        }
        return end;
    }

    private static boolean isTopLevel(CharSequence text, int from, int to) {
        if (to - from < 2) {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!Ascii.isLetter(c) && c < 0x80 && !Ascii.at(text, from, to, "xn--")) {
                return false;
            }
        }
        return !FILES.contains(text.subSequence(from, to).toString().toLowerCase(Locale.ROOT));
    }
}
