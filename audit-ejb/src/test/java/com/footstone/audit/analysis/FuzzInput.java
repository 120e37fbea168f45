package com.footstone.audit.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Makes texts that are nearly statements. */
final class FuzzInput {

    /** Without quotes: what is a literal stays one. */
    private static final List<String> PIECES = List.of(
            "(",
            ")",
            ",",
            ";",
            ".",
            "*",
            "=",
            "<>",
            "::",
            "||",
            "&&",
            "->>",
            "@>",
            "[",
            "]",
            "{",
            "}",
            "?",
            "$1",
            ":a",
            "@p1",
            "%s",
            "+",
            "-",
            "/",
            "!",
            "^",
            "~",
            "\\",
            "\u0000",
            "\u00a0",
            "\u2028",
            "\ud83d\ude00",
            "\ud800",
            "\u001f",
            "/* note */",
            "/*+ hint */",
            "/*!50000 ",
            "*/",
            "-- note\n",
            "\n",
            "\r\n",
            "\t",
            "select",
            "from",
            "where",
            "union",
            "all",
            "or",
            "and",
            "not",
            "null",
            "case",
            "when",
            "then",
            "end",
            "in",
            "between",
            "like",
            "values",
            "with",
            "as",
            "insert",
            "into",
            "update",
            "set",
            "delete",
            "merge",
            "using",
            "begin",
            "declare",
            "exec",
            "call",
            "copy",
            "explain",
            "grant",
            "to",
            "order",
            "by",
            "group",
            "having",
            "limit",
            "offset",
            "fetch",
            "top",
            "for",
            "sleep(",
            "char(",
            "cast(",
            "extractvalue(",
            "pg_sleep(",
            "waitfor",
            "information_schema.tables",
            "1",
            "0x41",
            "1e9",
            "e",
            "n",
            "x",
            "q",
            "b",
            "u&",
            "_utf8");

    /** Begin what may never end. */
    private static final List<String> OPENINGS =
            List.of("'", "\"", "`", "$$", "$a$", "e'", "n'", "q'[", "x'", "u&'", "/*", "[", "''", "\\'", "'\\");

    private FuzzInput() {}

    /** Tokens of statements, their literals whole and marked, in disorder. */
    static String disordered(Dialect dialect, Random random) {
        List<String> tokens = new ArrayList<>();
        for (int statements = 1 + random.nextInt(2); statements > 0; statements--) {
            for (Grammar.Part part : Grammar.statement(dialect, random)) {
                tokens.add(Grammar.write(List.of(part), dialect, random));
            }
        }
        for (int change = random.nextInt(6); change > 0; change--) {
            change(tokens, random);
        }
        return String.join(" ", tokens);
    }

    private static void change(List<String> tokens, Random random) {
        int at = random.nextInt(tokens.size());
        switch (random.nextInt(6)) {
            case 0 -> tokens.remove(at);
            case 1 -> tokens.add(at, tokens.get(random.nextInt(tokens.size())));
            case 2 -> Collections.swap(tokens, at, random.nextInt(tokens.size()));
            case 3 -> tokens.addAll(at, Collections.nCopies(1 + random.nextInt(40), piece(random)));
            default -> tokens.add(at, piece(random));
        }
        if (tokens.isEmpty()) {
            tokens.add(piece(random));
        }
    }

    private static String piece(Random random) {
        return PIECES.get(random.nextInt(PIECES.size()));
    }

    /** A statement cut off anywhere, as logs cut them. */
    static String cut(Dialect dialect, Random random) {
        String text = disordered(dialect, random);
        return text.substring(0, 1 + random.nextInt(text.length()));
    }

    /** Characters at random, and statements with characters changed at random: anything may be anything. */
    static String garbage(Dialect dialect, Random random) {
        StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "" : disordered(dialect, random));
        for (int change = 1 + random.nextInt(20); change > 0; change--) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(5)) {
                case 0 -> text.insert(at, (char) random.nextInt(0x180));
                case 1 -> text.insert(at, (char) random.nextInt(0x10000));
                case 2 -> text.insert(at, OPENINGS.get(random.nextInt(OPENINGS.size())));
                case 3 -> text.insert(at, piece(random).repeat(1 + random.nextInt(60)));
                default -> text.delete(at, Math.min(text.length(), at + random.nextInt(5)));
            }
        }
        return text.toString();
    }
}
