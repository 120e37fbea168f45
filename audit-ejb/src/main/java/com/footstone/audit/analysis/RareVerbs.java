package com.footstone.audit.analysis;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.footstone.audit.model.StatementKind;

/** Words that begin a statement and mean nothing elsewhere, so that they need not be known in each token. */
final class RareVerbs {

    private static final int LONGEST = 12;

    private static final Map<String, StatementKind> KINDS_OF_MYSQL = Map.ofEntries(
            Map.entry("binlog", StatementKind.OTHER),
            Map.entry("cache", StatementKind.OTHER),
            Map.entry("change", StatementKind.OTHER),
            Map.entry("checksum", StatementKind.OTHER),
            Map.entry("clone", StatementKind.OTHER),
            Map.entry("get", StatementKind.OTHER),
            Map.entry("help", StatementKind.OTHER),
            Map.entry("install", StatementKind.OTHER),
            Map.entry("resignal", StatementKind.OTHER),
            Map.entry("restart", StatementKind.OTHER),
            Map.entry("shutdown", StatementKind.OTHER),
            Map.entry("signal", StatementKind.OTHER),
            Map.entry("stop", StatementKind.OTHER),
            Map.entry("uninstall", StatementKind.OTHER));

    private static final Map<String, StatementKind> KINDS_OF_ORACLE = Map.of(
            "audit", StatementKind.OTHER,
            "noaudit", StatementKind.OTHER,
            "flashback", StatementKind.OTHER,
            "administer", StatementKind.OTHER,
            "associate", StatementKind.DDL,
            "disassociate", StatementKind.DDL);

    private static final Map<String, StatementKind> KINDS_OF_SQL_SERVER = Map.ofEntries(
            Map.entry("backup", StatementKind.OTHER),
            Map.entry("restore", StatementKind.OTHER),
            Map.entry("reconfigure", StatementKind.OTHER),
            Map.entry("shutdown", StatementKind.OTHER),
            Map.entry("revert", StatementKind.OTHER),
            Map.entry("throw", StatementKind.OTHER),
            Map.entry("raiserror", StatementKind.OTHER),
            Map.entry("goto", StatementKind.OTHER),
            Map.entry("break", StatementKind.OTHER),
            Map.entry("continue", StatementKind.OTHER),
            Map.entry("add", StatementKind.OTHER),
            Map.entry("enable", StatementKind.DDL),
            Map.entry("disable", StatementKind.DDL));

    private static final Set<String> TARGETS_OF_BACKUPS = Set.of(
            "database", "log", "certificate", "headeronly", "filelistonly", "labelonly", "rewindonly", "verifyonly");
    private static final Set<String> WHAT_IS_AUDITED =
            Set.of("policy", "all", "select", "insert", "update", "delete", "table", "execute", "session");

    private static final Map<String, Set<String>> SECOND_WORDS = Map.ofEntries(
            Map.entry("audit", WHAT_IS_AUDITED),
            Map.entry("noaudit", WHAT_IS_AUDITED),
            Map.entry("flashback", Set.of("table", "database")),
            Map.entry("associate", Set.of("statistics")),
            Map.entry("disassociate", Set.of("statistics")),
            Map.entry("reassign", Set.of("owned")),
            Map.entry("backup", TARGETS_OF_BACKUPS),
            Map.entry("restore", TARGETS_OF_BACKUPS),
            Map.entry("add", Set.of("signature", "counter", "sensitivity")),
            Map.entry("enable", Set.of("trigger")),
            Map.entry("disable", Set.of("trigger")));

    private RareVerbs() {}

    /** {@code sp_…} and {@code xp_…}, with which a batch of SQL Server may begin without EXEC. */
    static boolean isSystemProcedure(Lexer token) {
        return token.dialect() == Dialect.SQL_SERVER && isSystemProcedure(token.text(), token.start(), token.end());
    }

    /** Whether a part of a text is the name of such a procedure, and perhaps a quote. */
    static boolean isSystemProcedure(CharSequence text, int start, int end) {
        return end - start > 3
                && (text.charAt(start + 1) | 0x20) == 'p'
                && text.charAt(start + 2) == '_'
                && ((text.charAt(start) | 0x20) == 's' || (text.charAt(start) | 0x20) == 'x');
    }

    /** The word that begins a statement, in small letters; null if it is a call for sure. */
    static String doubtful(Lexer first) {
        if (isSystemProcedure(first)) {
            return null;
        }
        int end = Math.min(first.end(), first.start() + LONGEST + 1);
        return first.text().subSequence(first.start(), end).toString().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether the second word shows that the text is the statement that its first one begins, and one whose double quotes
     * hold names. Otherwise it may as well be a log line ({@code Restore of "John Smith"}).
     *
     * @param first what {@link #doubtful} tells of the first word
     */
    static boolean confirms(String first, Lexer second) {
        Set<String> words = SECOND_WORDS.get(first);
        if (words == null) {
            return false;
        }
        String word = second.text().subSequence(second.start(), second.end()).toString();
        return words.contains(word.toLowerCase(Locale.ROOT));
    }

    /**
     * The kind of a statement that begins with a word which is no keyword. If the database does not know the word either,
     * such a text may as well be a log line, of which nobody knows what its double quotes are for.
     */
    static StatementKind kindOf(Lexer token) {
        if (isSystemProcedure(token)) {
            return StatementKind.CALL;
        }
        if (token.end() - token.start() > LONGEST) {
            return StatementKind.UNKNOWN;
        }
        String word = token.text().subSequence(token.start(), token.end()).toString();
        return switch (token.dialect()) {
            case MYSQL -> KINDS_OF_MYSQL.getOrDefault(word.toLowerCase(Locale.ROOT), StatementKind.UNKNOWN);
            case POSTGRESQL -> word.equalsIgnoreCase("reassign") ? StatementKind.DCL : StatementKind.UNKNOWN;
            case ORACLE -> KINDS_OF_ORACLE.getOrDefault(word.toLowerCase(Locale.ROOT), StatementKind.UNKNOWN);
            case SQL_SERVER -> KINDS_OF_SQL_SERVER.getOrDefault(word.toLowerCase(Locale.ROOT), StatementKind.UNKNOWN);
            case UNKNOWN -> StatementKind.UNKNOWN;
        };
    }
}
