package com.footstone.audit.analysis;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.footstone.audit.model.Trait;

/** What is of note in a statement, and what it calls, by its tokens alone. Read once for each fingerprint. */
final class Shape {

    private static final int MOST_FUNCTIONS = 32;
    private static final int LONGEST_NAME = 128;

    /** Are followed by brackets and call nothing. */
    private static final Set<String> NO_FUNCTIONS = Set.of(
            "conflict", "key", "references", "index", "filter", "within", "option", "columns", "include", "engine");

    private static final Set<String> SERVER_LOCKS = Set.of("updlock", "xlock", "tablockx");

    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
    private final Set<String> functions = new LinkedHashSet<>();
    private final ResultOrder order = new ResultOrder();
    private final Privileges privileges = new Privileges();
    private final StringBuilder name = new StringBuilder();
    private boolean afterDot;
    /** What comes is the name of a table or of columns, or of what is created: a bracket after it is no call. */
    private boolean noCall;

    private Word verb;
    private Word previous;
    private Word beforePrevious;
    private TokenKind previousKind;
    private int depth;
    private int words;
    private boolean openedByNotIn;
    /** Whether there were only words so far that may stand between CREATE and what is created. */
    private boolean modifies;

    private boolean afterModifiers;
    /** Whether a string here would be a file or program that COPY uses. */
    private boolean fileFollows;

    static Shape of(CharSequence sql, Dialect dialect, int opaqueFrom) {
        Shape shape = new Shape();
        Lexer lexer = new Lexer(sql, dialect, opaqueFrom);
        while (lexer.advance()) {
            if (lexer.kind() != TokenKind.COMMENT) {
                shape.accept(lexer);
            }
        }
        return shape;
    }

    private void accept(Lexer token) {
        TokenKind kind = token.kind();
        if (kind == TokenKind.SEMICOLON) {
            words = 0;
        }
        if (kind == TokenKind.WORD || kind == TokenKind.QUOTED_NAME) {
            word(token);
        } else if (kind == TokenKind.DOT && !name.isEmpty()) {
            name.append('.');
            afterDot = true;
        } else {
            symbol(token);
        }
        depth += kind.opens() ? 1 : kind.closes() ? -1 : 0;
        beforePrevious = previous;
        previous = kind == TokenKind.WORD ? token.word() : null;
        previousKind = kind;
    }

    private void word(Lexer token) {
        Word word = token.kind() == TokenKind.WORD ? token.word() : null;
        words++;
        if (words > 1 && depth <= 0 && KindFinder.isAction(word) && isLed(token)) {
            words = 1;
        }
        if (words == 1) {
            verb = word;
            noteVerb(word);
            noteRareVerb(token);
        }
        // Reserved where it is a statement, so that it can stand behind another without a semicolon.
        boolean statement = words == 1 || (token.dialect() == Dialect.SQL_SERVER && previousKind != TokenKind.DOT);
        if (word == Word.WAITFOR && statement) {
            functions.add("waitfor");
        }
        if (privileges.accept(token, words, verb)) {
            traits.add(Trait.PRIVILEGE_CHANGE);
        }
        calledByName(word);
        boolean fileNamed = fileFollows;
        String text = name(token);
        modifies = words == 1
                || (modifies
                        && (word == Word.OR || word == Word.REPLACE || text.equals("local") || text.equals("private")));
        if (afterModifiers && (verb == Word.CREATE || verb == Word.DROP) && isTemporary(text)) {
            traits.add(Trait.TEMPORARY_OBJECT);
        }
        afterModifiers = modifies;
        if (SERVER_LOCKS.contains(text) && previousKind != TokenKind.DOT) {
            traits.add(Trait.LOCKS_ROWS);
        }
        if (text.startsWith("#") && isDefinition(verb)) {
            traits.add(Trait.TEMPORARY_OBJECT);
        }
        if (previous == Word.FOR
                && (word == Word.UPDATE || text.equals("share") || text.equals("no") || word == Word.KEY)) {
            traits.add(Trait.LOCKS_ROWS);
        }
        // FROM alone reads a file, which the server does not change.
        fileFollows |= (fileNamed || previous == Word.FROM) && token.spells("program");
        if (previous == Word.INTO && isResult(token.dialect())) {
            traits.add(isTemporary(text) || text.startsWith("#") ? Trait.TEMPORARY_OBJECT : Trait.NEW_TABLE);
        }
        if (word != null) {
            keyword(word);
        }
    }

    /** SELECT … INTO, which elsewhere puts a value into a variable. */
    private boolean isResult(Dialect dialect) {
        boolean query = verb == Word.SELECT || verb == Word.WITH;
        boolean change = beforePrevious == Word.INSERT || beforePrevious == Word.MERGE;
        return query && depth <= 0 && !change && dialect.in(Dialect.POSTGRESQL, Dialect.SQL_SERVER);
    }

    private static boolean isTemporary(String text) {
        return text.equals("temp") || text.equals("temporary");
    }

    private void noteVerb(Word word) {
        if (word == Word.DROP || word == Word.TRUNCATE) {
            traits.add(Trait.DESTRUCTIVE);
        } else if (word == Word.SHOW || word == Word.DESCRIBE || word == Word.DESC || word == Word.USE) {
            traits.add(Trait.METADATA);
        }
    }

    private void noteRareVerb(Lexer token) {
        if (verb == null && RareVerbs.isSystemProcedure(token)) {
            functions.add(name(token));
        }
    }

    /** Whether a statement of SQL Server begins here, behind IF and its condition. */
    private boolean isLed(Lexer token) {
        return (verb == Word.IF || verb == Word.WHILE)
                && token.dialect() == Dialect.SQL_SERVER
                && previousKind != TokenKind.DOT;
    }

    private static boolean isDefinition(Word word) {
        return word == Word.CREATE || word == Word.DROP || word == Word.ALTER || word == Word.TRUNCATE;
    }

    private void keyword(Word word) {
        switch (word) {
            case UNION, INTERSECT, EXCEPT, MINUS -> {
                if (previousKind != TokenKind.DOT && verb != Word.GRANT) {
                    traits.add(Trait.SET_OPERATION);
                }
            }
            case OUTFILE, DUMPFILE -> {
                if (previous == Word.INTO) {
                    traits.add(Trait.SERVER_FILE);
                }
            }
            case BY -> {
                if (previous == Word.ORDER && order.covers(depth)) {
                    traits.add(Trait.ORDERED);
                }
            }
            case DROP -> {
                if (verb == Word.ALTER) {
                    traits.add(Trait.DESTRUCTIVE);
                }
            }
            case SELECT, WITH -> {
                // Two words back, for the bracket between is no word.
                if (previousKind == TokenKind.OPEN && openedByNotIn) {
                    traits.add(Trait.NOT_IN_QUERY);
                }
            }
            default -> {}
        }
    }

    private void symbol(Lexer token) {
        TokenKind kind = token.kind();
        if (kind == TokenKind.CLOSE) {
            order.close(depth);
        }
        if (kind == TokenKind.OPEN) {
            order.open(token, depth, previous, beforePrevious, words == 0);
            boolean notIn = previous == Word.IN && beforePrevious == Word.NOT;
            openedByNotIn = notIn || (openedByNotIn && previousKind == TokenKind.OPEN);
            boolean called = !name.isEmpty() && previousKind != TokenKind.DOT && !noCall;
            if (called && !NO_FUNCTIONS.contains(name.toString())) {
                calls();
            }
        }
        if (isCalledByName() && kind != TokenKind.OPEN && words > 1) {
            calls();
        }
        if (kind == TokenKind.STRING && verb == Word.COPY && fileFollows) {
            traits.add(Trait.SERVER_FILE);
        }
        if (kind != TokenKind.OPERATOR) {
            fileFollows = false;
        }
        name.setLength(0);
        afterDot = false;
    }

    /** EXEC p …, CALL p: called without brackets. */
    private void calledByName(Word word) {
        if (isCalledByName() && words > 1 && (word != null || !afterDot)) {
            calls();
            name.setLength(0);
        }
        noCall = previous == Word.INTO
                || previous == Word.TABLE
                || previous == Word.WITH
                || verb == Word.CREATE
                || verb == Word.ALTER
                || (noCall && afterDot);
    }

    private boolean isCalledByName() {
        boolean caller = verb == Word.EXEC || verb == Word.EXECUTE || verb == Word.CALL;
        return caller && !name.isEmpty();
    }

    private void calls() {
        if (functions.size() < MOST_FUNCTIONS) {
            functions.add(name.toString());
        }
    }

    /** The name that the token is or goes on with, in small letters; a keyword is no part of one. */
    private String name(Lexer token) {
        boolean quoted = token.kind() == TokenKind.QUOTED_NAME;
        int from = token.start() + (quoted ? 1 : 0);
        int to = token.end() - (quoted ? 1 : 0);
        fileFollows = false;
        if (!afterDot || name.length() > LONGEST_NAME) {
            name.setLength(0);
        }
        afterDot = false;
        if (token.word() != null && !quoted && !mayBeFunction(token.word())) {
            name.setLength(0);
            return "";
        }
        int start = name.length();
        Characters.appendClean(name, token.text(), from, Math.min(to, from + LONGEST_NAME));
        for (int i = start; i < name.length(); i++) {
            name.setCharAt(i, Character.toLowerCase(name.charAt(i)));
        }
        String text = name.substring(start).toLowerCase(Locale.ROOT);
        fileFollows = text.equals("to") && !quoted;
        return text;
    }

    private static boolean mayBeFunction(Word word) {
        return switch (word) {
            case REPLACE, LEFT, RIGHT, DATE, TIME, IF, COPY, LOAD, KILL -> true;
            default -> false;
        };
    }

    Set<Trait> traits() {
        return traits;
    }

    List<String> functions() {
        // A procedure that ends the text, called without brackets.
        if (isCalledByName()) {
            calls();
        }
        return functions.stream().sorted().toList();
    }
}
