package com.footstone.audit.analysis;

/**
 * Names that a session or a library makes up anew each time: temporary tables, savepoints, cursors. What changes in them
 * from session to session is written {@code n}.
 */
final class SessionNames {

    private static final String[] TEMPORARY = {"tmp", "temp", "pg_temp", "pg_toast", "sys_temp"};

    /** So many digits in the name of a temporary table were not thought of by a person. */
    private static final int FEWEST_DIGITS = 3;

    private static final int FEWEST_HEXADECIMAL_DIGITS = 6;

    private SessionNames() {}

    /** Whether names in a statement that begins so are of the session: savepoints, cursors, prepared statements. */
    static boolean areAllNames(Word verb) {
        if (verb == null) {
            return false;
        }
        return switch (verb) {
            case SAVEPOINT, RELEASE, ROLLBACK, SAVE, FETCH, CLOSE, MOVE, DEALLOCATE -> true;
            default -> false;
        };
    }

    static boolean isTemporary(CharSequence name, int start, int end) {
        int from = start;
        while (from < end && name.charAt(from) == '#') {
            from++;
        }
        if (from > start) {
            return true;
        }
        for (String prefix : TEMPORARY) {
            if (begins(name, start, end, prefix)) {
                return true;
            }
        }
        return false;
    }

    private static boolean begins(CharSequence name, int start, int end, String prefix) {
        if (end - start <= prefix.length()) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            char c = name.charAt(start + i);
            if ((c >= 'A' && c <= 'Z' ? (char) (c + 32) : c) != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Shortens what was appended to a text from a position on, a name, by what is of the session. */
    static void shorten(StringBuilder out, int from, boolean temporary) {
        boolean catalogued = temporary && out.indexOf("pg_t", from) == from;
        int fewest = temporary && !catalogued ? FEWEST_DIGITS : 1;
        int written = from;
        int i = from;
        while (i < out.length()) {
            int end = i;
            boolean digits = false;
            boolean hexadecimal = true;
            while (end < out.length() && Character.isLetterOrDigit(out.charAt(end))) {
                digits |= Characters.isDigit(out.charAt(end));
                hexadecimal &= Character.digit(out.charAt(end), 16) >= 0;
                end++;
            }
            if (digits && hexadecimal && end - i >= FEWEST_HEXADECIMAL_DIGITS) {
                out.setCharAt(written++, 'n');
            } else {
                written = withoutDigits(out, i, end, written, fewest);
            }
            if (end < out.length()) {
                out.setCharAt(written++, out.charAt(end));
            }
            i = end + 1;
        }
        out.setLength(written);
    }

    private static int withoutDigits(StringBuilder out, int from, int to, int target, int fewest) {
        int written = target;
        int i = from;
        while (i < to) {
            int end = i;
            while (end < to && Characters.isDigit(out.charAt(end))) {
                end++;
            }
            if (end - i >= fewest) {
                out.setCharAt(written++, 'n');
                i = end;
            } else {
                int stop = Math.max(end, i + 1);
                while (i < stop) {
                    out.setCharAt(written++, out.charAt(i++));
                }
            }
        }
        return written;
    }
}
