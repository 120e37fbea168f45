package com.footstone.audit.analysis;

/** Cuts texts to what may be stored, and marks what is missing. */
final class Bounds {

    /** Stands where a text was cut. */
    static final String CUT = " …[cut]";

    /** Stands for the rest of a text that could not be read. */
    static final String UNREAD = "…";

    private Bounds() {}

    /** The first {@code max} characters at most, the mark included. */
    static String cut(StringBuilder text, int max) {
        int kept = Math.max(0, max - CUT.length());
        StringBuilder head = new StringBuilder(max).append(text, 0, Math.min(kept, text.length()));
        Characters.dropHalfPair(head);
        return head.append(CUT).toString();
    }
}
