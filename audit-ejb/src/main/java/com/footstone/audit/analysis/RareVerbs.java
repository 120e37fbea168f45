package com.footstone.audit.analysis;

import java.util.Locale;
import java.util.Map;

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

    private RareVerbs() {}

    /** {@code sp_…} and {@code xp_…}, with which a batch of SQL Server may begin without EXEC. */
    static boolean isSystemProcedure(Lexer token) {
        CharSequence text = token.text();
        int start = token.start();
        return token.dialect() == Dialect.SQL_SERVER
                && token.end() - start > 3
                && (text.charAt(start + 1) | 0x20) == 'p'
                && text.charAt(start + 2) == '_'
                && ((text.charAt(start) | 0x20) == 's' || (text.charAt(start) | 0x20) == 'x');
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
