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

    private RareVerbs() {}

    /**
     * The kind of a statement that begins with a word which is no keyword. Elsewhere than in MySQL such a text may as well
     * be a log line, of which nobody knows what its double quotes are for.
     */
    static StatementKind kindOf(Lexer token) {
        if (token.end() - token.start() > LONGEST) {
            return StatementKind.UNKNOWN;
        }
        String word = token.text().subSequence(token.start(), token.end()).toString();
        return switch (token.dialect()) {
            case MYSQL -> KINDS_OF_MYSQL.getOrDefault(word.toLowerCase(Locale.ROOT), StatementKind.UNKNOWN);
            case POSTGRESQL -> word.equalsIgnoreCase("reassign") ? StatementKind.DCL : StatementKind.UNKNOWN;
            case ORACLE, SQL_SERVER, UNKNOWN -> StatementKind.UNKNOWN;
        };
    }
}
