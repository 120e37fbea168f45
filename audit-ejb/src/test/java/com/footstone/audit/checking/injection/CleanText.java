package com.footstone.audit.checking.injection;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Fills values into clean statements as applications do: written out, or as parameters. */
final class CleanText {

    private static final Pattern HOLE = Pattern.compile("\\{(s|w|n|d|h|ns|ss|id)}");

    /** Literals that are none of SQL's business, whatever they look like. */
    private static final List<String> STRINGS = List.of(
            "Anna",
            "O''Brien",
            "ann@shop.example",
            "100% wool",
            "%chair%",
            "rock ''n'' roll",
            "Bread & Butter; Jam",
            "either 1=1 or 1=2",
            "see -- below",
            "SELECT your seat",
            "drop; table and chairs",
            "/* no comment */",
            "union of soviets",
            "",
            "a # b",
            "x'' OR ''a''=''a",
            "''; DROP TABLE users; --",
            "Zoë Åström",
            "1 OR 2");

    private final Random random;
    private final Database database;
    private boolean bound;
    private int parameters;

    CleanText(Random random, Database database) {
        this.random = random;
        this.database = database;
    }

    String fill(String template) {
        bound = random.nextInt(3) == 0;
        parameters = 0;
        return HOLE.matcher(template).replaceAll(hole -> Matcher.quoteReplacement(value(hole.group(1))));
    }

    private String value(String kind) {
        return switch (kind) {
            case "id" -> Long.toHexString(random.nextLong());
            case "h" -> hexadecimal();
            case "ns" -> list(() -> literal("n"));
            case "ss" -> list(() -> literal("w"));
            default -> bound ? parameter() : literal(kind);
        };
    }

    private String literal(String kind) {
        return switch (kind) {
            case "n" -> Integer.toString(random.nextInt(random.nextBoolean() ? 10 : 100_000));
            case "d" ->
                String.format(
                        Locale.ROOT,
                        "'20%02d-%02d-%02d'",
                        random.nextInt(30),
                        1 + random.nextInt(12),
                        1 + random.nextInt(28));
            case "w" -> "'" + List.of("open", "A", "EU", "paid", "x1", "ALL").get(random.nextInt(6)) + "'";
            default -> "'" + STRINGS.get(random.nextInt(STRINGS.size())) + "'";
        };
    }

    private String list(Supplier<String> item) {
        return IntStream.rangeClosed(0, random.nextInt(6))
                .mapToObj(i -> item.get())
                .collect(Collectors.joining(", "));
    }

    private String hexadecimal() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return IntStream.range(0, 16)
                .mapToObj(i -> HexFormat.of().withUpperCase().toHexDigits(bytes[i]))
                .collect(Collectors.joining());
    }

    private String parameter() {
        parameters++;
        return switch (database) {
            case POSTGRESQL -> "$" + parameters;
            case MYSQL -> "?";
            case ORACLE -> ":" + parameters;
            case SQL_SERVER -> "@P" + (parameters - 1);
        };
    }
}
