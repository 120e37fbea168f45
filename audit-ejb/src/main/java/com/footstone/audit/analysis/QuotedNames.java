package com.footstone.audit.analysis;

import java.util.Locale;
import java.util.Set;

/**
 * Writes quoted names as the plain ones that they equal, where there are such: which of two spellings of a name an
 * application chose makes no other statement. Names that need their quotes get those of their database.
 */
final class QuotedNames {

    /** Words that mean something else without quotes; those that {@link Word} has come on top. */
    private static final Set<String> NEED_QUOTES = Set.of(
            "user",
            "current_user",
            "session_user",
            "system_user",
            "current_role",
            "current_date",
            "current_time",
            "current_timestamp",
            "current_schema",
            "localtime",
            "localtimestamp",
            "sysdate",
            "systimestamp",
            "level",
            "uid",
            "dual");

    private QuotedNames() {}

    /** Appends a name, given with its quotes. */
    static void append(StringBuilder out, CharSequence text, int start, int end, Dialect dialect) {
        // Prefixed ones, U&"…", are rare and have spellings of their own.
        char opening = text.charAt(start);
        boolean doubtful = dialect == Dialect.UNKNOWN && opening == '"';
        boolean quoted = opening == '"' || opening == '`' || opening == '[';
        if (!quoted || doubtful) {
            Characters.appendClean(out, text, start, end);
        } else if (isPlain(text, start + 1, end - 1, dialect)) {
            for (int i = start + 1; i < end - 1; i++) {
                out.append(Character.toLowerCase(text.charAt(i)));
            }
        } else {
            boolean brackets = dialect == Dialect.SQL_SERVER;
            boolean ticks = dialect.in(Dialect.MYSQL, Dialect.UNKNOWN);
            out.append(brackets ? '[' : ticks ? '`' : '"');
            Characters.appendClean(out, text, start + 1, end - 1);
            out.append(brackets ? ']' : ticks ? '`' : '"');
        }
    }

    private static boolean isPlain(CharSequence name, int start, int end, Dialect dialect) {
        boolean folds = !dialect.in(Dialect.POSTGRESQL, Dialect.ORACLE);
        for (int i = start; i < end; i++) {
            char c = name.charAt(i);
            boolean lower = c >= 'a' && c <= 'z';
            boolean upper = c >= 'A' && c <= 'Z';
            boolean other = c == '_' || (i > start && Characters.isDigit(c));
            boolean fits = folds ? lower || upper : dialect == Dialect.ORACLE ? upper : lower;
            if (!fits && !other) {
                return false;
            }
        }
        return Word.at(name, start, end) == null
                && !NEED_QUOTES.contains(name.subSequence(start, end).toString().toLowerCase(Locale.ROOT));
    }
}
