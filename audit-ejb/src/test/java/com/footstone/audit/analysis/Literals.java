package com.footstone.audit.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** All spellings of literals that a database knows, each with a mark in it; and its placeholders. */
final class Literals {

    private static final List<String> EVERYWHERE = List.of(
            "'@'",
            "'it''s @'",
            "'%@%'",
            "'{\"a\": \"@\"}'",
            "'-- @'",
            "'/* @ */'",
            "'line\n@\n'",
            "'?@:x $1'",
            "'('",
            "''",
            "N'@'",
            "#",
            "-#",
            "- #",
            "+#.25",
            "#.5e-10",
            "#E+3",
            ".#",
            "#.",
            "?");

    private static final List<String> POSTGRESQL = List.of(
            "$$@$$",
            "$q$@ ' $$ \" $q$",
            "E'\\'@'",
            "e'@\\\\'",
            "U&'@\\0041'",
            "U&'@' UESCAPE '!'",
            "B'1010'",
            "x'1F'",
            "'C:\\@\\'",
            "'@'\n  '@'",
            "0x#",
            "1_#",
            "0b1010",
            "$1",
            ":name",
            "%s",
            "%(name)s");

    private static final List<String> MYSQL = List.of(
            "\"@\"",
            "\"it's @\"",
            "'\\'@'",
            "\"\\\"@\"",
            "_utf8mb4'@'",
            "_latin1 '@'",
            "'@' \"@\"",
            "x'1F'",
            "0x#",
            "b'101'",
            ":name",
            "%s");

    private static final List<String> ORACLE =
            List.of("q'[it's @]'", "Q'{@'}'", "nq'<@>'", "q'!@'!'", "q'(@)'", "'C:\\@\\'", "#.5f", "#d", ":1", ":name");

    private static final List<String> SQL_SERVER =
            List.of("N'it''s @'", "'C:\\@\\'", "0x#", "$#.50", "-$#", "\u20ac#.5", "@P0", "@p12");

    private static final List<String> UNKNOWN = List.of("\"@\"", "$$@$$", "q'[@]'", "0x#", ":name", "$1");

    private Literals() {}

    static String any(Dialect dialect, Random random) {
        List<String> all = of(dialect);
        return all.get(random.nextInt(all.size()));
    }

    static List<String> of(Dialect dialect) {
        List<String> own =
                switch (dialect) {
                    case POSTGRESQL -> POSTGRESQL;
                    case MYSQL -> MYSQL;
                    case ORACLE -> ORACLE;
                    case SQL_SERVER -> SQL_SERVER;
                    case UNKNOWN -> UNKNOWN;
                };
        List<String> all = new ArrayList<>(EVERYWHERE);
        all.addAll(own);
        return all.stream()
                .map(text -> text.equals("@P0") || text.equals("@p12") ? text : text.replace("@", Grammar.TEXT_MARK))
                .map(text -> text.replace("#", Grammar.NUMBER_MARK))
                .toList();
    }
}
