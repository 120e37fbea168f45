package com.footstone.audit.dev.clickhouse;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the front must know of a statement before the engine sees it: its first word, whether it names its own format,
 * and whether it changes the session it runs in. The engine stays the judge of everything else.
 */
record StatementText(String sql) {

    private static final Pattern FIRST_WORD = Pattern.compile(
            "\\A(?:\\s|\\(|--[^\\n]*(?:\\n|\\z)|#[ !][^\\n]*(?:\\n|\\z)|/\\*.*?\\*/)*+(\\w+)", Pattern.DOTALL);
    private static final Pattern FORMAT = Pattern.compile(
            "\\bFORMAT\\s+(\\w+)(?<settings>\\s+SETTINGS\\s[^']*)?\\s*;?\\s*\\z",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern VALUES = Pattern.compile("\\bVALUES\\s*\\z", Pattern.CASE_INSENSITIVE);
    private static final Pattern TEMPORARY =
            Pattern.compile("\\A\\s*CREATE\\s+(?:OR\\s+REPLACE\\s+)?TEMPORARY\\s", Pattern.CASE_INSENSITIVE);
    private static final Set<String> OF_THE_SESSION = Set.of("SET", "USE");

    /** The first word in capitals; empty when there is none. */
    String firstWord() {
        Matcher matcher = FIRST_WORD.matcher(sql);
        return matcher.find() ? matcher.group(1).toUpperCase(Locale.ROOT) : "";
    }

    boolean isInsert() {
        return firstWord().equals("INSERT");
    }

    boolean isKill() {
        return firstWord().equals("KILL");
    }

    /** Whether the engine may stream the rows; a WITH that turns out to insert is refused by it before it runs. */
    boolean mayStream() {
        String first = firstWord();
        return (first.equals("SELECT") || first.equals("WITH")) && format().isEmpty();
    }

    /** Whether it leaves something behind in the session, which a request without a session must not do. */
    boolean changesSession() {
        return OF_THE_SESSION.contains(firstWord()) || TEMPORARY.matcher(sql).find();
    }

    /** The format named at the end. */
    Optional<String> format() {
        Matcher matcher = FORMAT.matcher(sql);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The format that rows after this INSERT are in, when it ends where rows begin. */
    Optional<String> rowFormat() {
        return VALUES.matcher(sql).find() ? Optional.of("Values") : format();
    }

    /** The INSERT without what announces its rows. */
    String withoutRowFormat() {
        String text = VALUES.matcher(sql).replaceFirst("");
        Matcher matcher = FORMAT.matcher(text);
        return matcher.replaceFirst(found -> {
            String settings = found.group(2);
            return settings == null ? "" : Matcher.quoteReplacement(settings);
        });
    }

    /** A KILL by query id, in terms of the tag that each query of this front carries. */
    String killByTag() {
        return sql.replaceAll("(?i)\\bquery_id\\b", "Settings['" + Settings.TAG + "']");
    }
}
