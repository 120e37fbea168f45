package com.footstone.audit.checking.injection;

import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Other spellings of what is injected, made so that filters do not know it. */
enum Evasion {
    PLAIN,
    /** {@code uNIon seLEct}. */
    MIXED_CASE,
    /** {@code UNION/**}{@code /SELECT}. */
    COMMENTS,
    /** A comment to the end of a line, and the line's end. */
    LINES,
    TABS,
    /** Strings by the codes of their letters. */
    CODES,
    /** {@code /*!50000UNION*}{@code /}, which MySQL runs. */
    EXECUTABLE;

    private static final Pattern WORD = Pattern.compile("'[^']*'|\\b[A-Za-z_]+\\b");
    private static final Pattern BLANK = Pattern.compile("'[^']*'|(?<=[\\w')]) +(?=[\\w'(])");
    private static final Pattern STRING = Pattern.compile("'([a-zA-Z0-9.:/]{2,})'");
    private static final Pattern KEYWORD = Pattern.compile("\\b(UNION|SELECT|OR|AND)\\b");

    boolean isOf(Database database) {
        return this != EXECUTABLE || database == Database.MYSQL;
    }

    String apply(String payload, Database database, Random random) {
        return switch (this) {
            case PLAIN -> payload;
            case MIXED_CASE -> replace(WORD, payload, word -> word.startsWith("'") ? word : mixed(word, random));
            case COMMENTS -> replace(BLANK, payload, blank -> blank.isBlank() ? "/**/" : blank);
            case LINES -> replace(BLANK, payload, blank -> blank.isBlank() ? "-- x\n" : blank);
            case TABS ->
                replace(BLANK, payload, blank -> blank.isBlank() ? (random.nextBoolean() ? "\t" : "\n") : blank);
            case CODES -> replace(STRING, payload, text -> codes(text.substring(1, text.length() - 1), database));
            case EXECUTABLE -> replace(KEYWORD, payload, word -> "/*!50000" + word + "*/");
        };
    }

    private static String replace(Pattern pattern, String text, UnaryOperator<String> replacement) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(replacement.apply(found.group())));
    }

    private static String mixed(String word, Random random) {
        return word.chars()
                .mapToObj(c -> String.valueOf(
                        random.nextBoolean() ? Character.toUpperCase((char) c) : Character.toLowerCase((char) c)))
                .collect(Collectors.joining());
    }

    private static String codes(String text, Database database) {
        String call = database == Database.POSTGRESQL || database == Database.ORACLE ? "CHR(%d)" : "CHAR(%d)";
        String glue = database == Database.SQL_SERVER ? "+" : "||";
        if (database == Database.MYSQL) {
            return text.chars().mapToObj(Integer::toString).collect(Collectors.joining(",", "CHAR(", ")"));
        }
        return text.chars().mapToObj(call::formatted).collect(Collectors.joining(glue));
    }
}
