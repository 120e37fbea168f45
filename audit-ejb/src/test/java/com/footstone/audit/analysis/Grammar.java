package com.footstone.audit.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Makes statements of a database. A statement is first a list of parts; writing it chooses case, white space, comments,
 * quotes around names, the literals and the length of lists, so that one list of parts has many spellings.
 */
final class Grammar {

    /** In every literal; a text in which it is seen has leaked. */
    static final String TEXT_MARK = "Mark7uqz";

    static final String NUMBER_MARK = "918273645";

    enum Is {
        WORD,
        NAME,
        SYMBOL,
        LITERAL,
        LIST,
        ROWS
    }

    /** One part; of rows, the text is their width. */
    record Part(Is is, String text) {}

    private final Dialect dialect;
    private final Random random;
    private final List<Part> parts = new ArrayList<>();

    private Grammar(Dialect dialect, Random random) {
        this.dialect = dialect;
        this.random = random;
    }

    static List<Part> statement(Dialect dialect, Random random) {
        Grammar grammar = new Grammar(dialect, random);
        switch (random.nextInt(5)) {
            case 0 -> grammar.insert();
            case 1 -> grammar.update();
            case 2 -> grammar.word("delete").word("from").name("cart").where();
            default -> grammar.select();
        }
        return grammar.parts;
    }

    /** A call of SQL Server with or without EXEC, of values that stand in double quotes or in none. */
    static List<Part> call(Random random) {
        Grammar grammar = new Grammar(Dialect.SQL_SERVER, random);
        if (random.nextBoolean()) {
            grammar.word("exec").name("close_month");
        } else {
            grammar.symbol(random.nextBoolean() ? "sp_addlogin" : "dbo.close_month");
        }
        grammar.symbol(grammar.bareValue());
        for (int i = random.nextInt(3); i > 0; i--) {
            grammar.symbol(",").symbol(random.nextBoolean() ? "@a =" : "").symbol(grammar.bareValue());
        }
        return grammar.parts;
    }

    private String bareValue() {
        return random.nextBoolean() ? TEXT_MARK : "\"" + TEXT_MARK + "\"";
    }

    private void select() {
        word("select").column();
        for (int i = random.nextInt(3); i > 0; i--) {
            symbol(",").column();
        }
        word("from").name("orders").name("o");
        if (random.nextBoolean()) {
            word("join")
                    .name("customer")
                    .name("c")
                    .word("on")
                    .qualified()
                    .symbol("=")
                    .qualified();
        }
        where();
        if (random.nextBoolean()) {
            word("order").word("by").column();
        }
    }

    private void insert() {
        word("insert")
                .word("into")
                .name("item")
                .symbol("(")
                .name("id")
                .symbol(",")
                .name("label")
                .symbol(")");
        word("values");
        parts.add(new Part(Is.ROWS, "2"));
    }

    private void update() {
        word("update").name("item").word("set").name("label").symbol("=").literal();
        symbol(",").name("price").symbol("=").name("price").symbol("*").literal();
        where();
    }

    private Grammar where() {
        word("where");
        for (int i = random.nextInt(4); i > 0; i--) {
            condition();
            word(random.nextBoolean() ? "and" : "or");
        }
        return condition();
    }

    private Grammar condition() {
        return switch (random.nextInt(7)) {
            case 0 -> column().word("in").list();
            case 1 -> column().word("between").literal().word("and").literal();
            case 2 -> column().word("like").literal();
            case 3 -> column().symbol("+").literal().symbol(">").literal();
            case 4 ->
                word("coalesce")
                        .symbol("(")
                        .column()
                        .symbol(",")
                        .literal()
                        .symbol(")")
                        .symbol("<")
                        .literal();
            case 5 -> column().word("is").word("null");
            default -> column().symbol("=").literal();
        };
    }

    private Grammar column() {
        return random.nextBoolean() ? name("total") : qualified();
    }

    private Grammar qualified() {
        return name(random.nextBoolean() ? "o" : "c").symbol(".").name("id");
    }

    private Grammar word(String text) {
        return add(Is.WORD, text);
    }

    private Grammar name(String text) {
        return add(Is.NAME, text);
    }

    private Grammar symbol(String text) {
        return add(Is.SYMBOL, text);
    }

    private Grammar literal() {
        return add(Is.LITERAL, "");
    }

    private Grammar list() {
        return add(Is.LIST, "");
    }

    private Grammar add(Is is, String text) {
        parts.add(new Part(is, text));
        return this;
    }

    /** One of the many ways to write a statement. */
    static String write(List<Part> parts, Dialect dialect, Random random) {
        Grammar grammar = new Grammar(dialect, random);
        StringBuilder sql = new StringBuilder();
        for (Part part : parts) {
            sql.append(grammar.space()).append(grammar.spelled(part));
        }
        return sql.append(random.nextInt(4) == 0 ? " ;" : "").toString();
    }

    private String spelled(Part part) {
        return switch (part.is()) {
            case WORD -> inAnyCase(part.text());
            case NAME -> quotedOrNot(part.text());
            case SYMBOL -> part.text();
            case LITERAL -> Literals.any(dialect, random);
            case LIST -> "(" + literals(1 + random.nextInt(5)) + ")";
            case ROWS -> rows(Integer.parseInt(part.text()));
        };
    }

    private String rows(int width) {
        StringBuilder rows = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            rows.append(space()).append('(').append(literals(width)).append(i == 0 ? ")" : "),");
        }
        return rows.toString();
    }

    private String literals(int count) {
        StringBuilder literals = new StringBuilder();
        for (int i = 0; i < count; i++) {
            literals.append(i == 0 ? "" : ",").append(space()).append(Literals.any(dialect, random));
        }
        return literals.append(' ').toString();
    }

    private String inAnyCase(String text) {
        return random.nextBoolean() ? text : text.toUpperCase(Locale.ROOT);
    }

    private String quotedOrNot(String name) {
        if (random.nextBoolean()) {
            return inAnyCase(name);
        }
        return switch (dialect) {
            case POSTGRESQL -> '"' + name + '"';
            case ORACLE -> '"' + name.toUpperCase(Locale.ROOT) + '"';
            case MYSQL -> '`' + inAnyCase(name) + '`';
            case SQL_SERVER -> random.nextBoolean() ? '[' + inAnyCase(name) + ']' : '"' + name + '"';
            case UNKNOWN -> name;
        };
    }

    /** Never none: what touches a word or a number may belong to it. */
    private String space() {
        return switch (random.nextInt(8)) {
            case 0 -> "\n";
            case 1 -> "\t  ";
            case 2 -> " /* note */ ";
            case 3 -> " -- note\n";
            default -> " ";
        };
    }
}
