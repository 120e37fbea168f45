package com.footstone.audit.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A place among the tokens of a statement that creates something. */
final class DdlCursor {

    /** What is created. */
    enum Created {
        TABLE,
        VIEW,
        /** Nothing that has columns, or nothing that lasts. */
        OTHER
    }

    private static final int LONGEST_HEAD = 40;

    /** Before them nothing stands that creates a table or view. */
    private static final Set<String> OTHER_THINGS = Set.of(
            "index",
            "unique",
            "clustered",
            "nonclustered",
            "fulltext",
            "spatial",
            "bitmap",
            "function",
            "procedure",
            "proc",
            "trigger",
            "type",
            "sequence",
            "rule",
            "event",
            "package",
            "schema",
            "database",
            "role",
            "user",
            "login",
            "synonym",
            "extension",
            "language",
            "aggregate",
            "operator",
            "publication",
            "policy",
            "server",
            "domain",
            "cast",
            "statistics",
            "temp",
            "temporary");

    private final CodeTokens tokens;
    private int at;

    DdlCursor(String text, Dialect dialect) {
        tokens = CodeTokens.of(text, dialect);
    }

    /** Goes on behind CREATE TABLE or CREATE VIEW and all that can stand between these words. */
    Created head() {
        for (at = 1; at < Math.min(tokens.size(), LONGEST_HEAD); at++) {
            String word = tokens.is(at, TokenKind.WORD) ? tokens.spelling(at) : "";
            if (OTHER_THINGS.contains(word)) {
                return Created.OTHER;
            }
            if (word.equals("table") || word.equals("view")) {
                at++;
                skip("if");
                skip("not");
                skip("exists");
                return word.equals("table") ? Created.TABLE : Created.VIEW;
            }
        }
        return Created.OTHER;
    }

    boolean atEnd() {
        return at >= tokens.size();
    }

    boolean is(TokenKind kind) {
        return tokens.is(at, kind);
    }

    boolean is(Word word) {
        return tokens.is(at, TokenKind.WORD) && tokens.is(at, word);
    }

    /** Whether a word stands here without quotes. */
    boolean spells(String word) {
        return tokens.is(at, TokenKind.WORD) && tokens.spelling(at).equals(word);
    }

    /** Whether one of some words stands here without quotes. */
    boolean isOneOf(Set<String> words) {
        return tokens.is(at, TokenKind.WORD) && words.contains(tokens.spelling(at));
    }

    void next() {
        at++;
    }

    private void skip(String word) {
        at += spells(word) ? 1 : 0;
    }

    boolean isName() {
        return tokens.is(at, TokenKind.WORD) || tokens.is(at, TokenKind.QUOTED_NAME);
    }

    /** Goes on behind a name, which may have parts before it: the whole of it, or null if none stands here. */
    String qualifiedName() {
        StringBuilder name = new StringBuilder();
        while (isName()) {
            name.append(name());
            if (!is(TokenKind.DOT)) {
                return name.toString();
            }
            name.append('.');
            next();
        }
        return null;
    }

    /** Goes on behind the one word that stands here, which is a name: without quotes, and folded as analysis does. */
    String name() {
        String text = text();
        boolean quoted = tokens.is(at, TokenKind.QUOTED_NAME);
        at++;
        if (!quoted) {
            return text.toLowerCase(Locale.ROOT);
        }
        String name = Names.unquoted(text);
        // Oracle writes all names with quotes; those without any small letter are the ones that need none.
        boolean plain = tokens.dialect() == Dialect.ORACLE
                && name.toUpperCase(Locale.ROOT).equals(name);
        return plain ? name.toLowerCase(Locale.ROOT) : name;
    }

    private String text() {
        return tokens.text().subSequence(tokens.start(at), tokens.end(at)).toString();
    }

    /** Goes on behind the end of what the bracket that stands here opens; without one there, behind what stands here. */
    void skipNested() {
        int depth = 0;
        do {
            TokenKind kind = tokens.kind(at);
            depth += kind.opens() ? 1 : kind.closes() ? -1 : 0;
            at++;
        } while (depth > 0 && !atEnd());
    }

    /** Goes to the comma or closing bracket that ends an element of a list. */
    void skipElement() {
        while (!atEnd() && !is(TokenKind.COMMA) && !is(TokenKind.CLOSE)) {
            skipNested();
        }
    }

    /** Goes on behind a list of names in brackets, of each of which only the name counts. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        while (!atEnd() && !is(TokenKind.CLOSE)) {
            next();
            if (isName()) {
                names.add(name());
            }
            skipElement();
        }
        next();
        return names;
    }

    /** The text from here on to the end, less what follows the last of some words if it is one of its last few. */
    String rest(Word word, Set<String> after) {
        int end = tokens.size();
        for (int i = Math.max(at, end - 5); i < tokens.size() - 1; i++) {
            if (tokens.is(i, word) && after.contains(tokens.spelling(i + 1))) {
                end = i;
                break;
            }
        }
        return at >= end
                ? ""
                : tokens.text()
                        .subSequence(tokens.start(at), tokens.end(end - 1))
                        .toString();
    }

    Dialect dialect() {
        return tokens.dialect();
    }
}
