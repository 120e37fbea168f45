package com.footstone.audit.analysis;

import java.util.ArrayList;
import java.util.List;

import com.footstone.audit.model.StatementKind;

/** Prepares the statements of a text for the parser: one text each, normalized, without what the parser cannot know. */
final class ParseText {

    private ParseText() {}

    /** The statements of a text, as far as it can be read. */
    static List<String> of(CharSequence sql, Dialect dialect, int opaqueFrom) {
        Lexer lexer = new Lexer(sql, dialect, opaqueFrom);
        List<String> texts = new ArrayList<>();
        Normalizer current = new Normalizer(sql.length(), true);
        boolean empty = true;
        boolean explain = false;
        boolean escape = false;
        int depth = 0;
        while (lexer.advance()) {
            TokenKind kind = lexer.kind();
            depth += kind.opens() ? 1 : kind.closes() ? -1 : 0;
            if (kind == TokenKind.COMMENT || kind == TokenKind.OPAQUE || kind == TokenKind.CLOSE_BRACE) {
                continue;
            }
            if (kind == TokenKind.OPEN_BRACE || escape) {
                // {fn now()}, {d '2020-01-01'}: JDBC's escapes, whose braces and marks the driver takes away.
                escape = kind == TokenKind.OPEN_BRACE;
                continue;
            }
            if (kind == TokenKind.SEMICOLON && depth <= 0) {
                addUnlessEmpty(empty, current, texts);
                current = new Normalizer(sql.length(), true);
                empty = true;
                depth = 0;
                continue;
            }
            if (empty && lexer.word() == Word.EXPLAIN) {
                explain = true;
            }
            explain &= !startsExplained(lexer.word());
            if (!explain) {
                current.accept(lexer);
                empty = false;
            }
        }
        addUnlessEmpty(empty, current, texts);
        return texts;
    }

    private static void addUnlessEmpty(boolean empty, Normalizer text, List<String> texts) {
        if (!empty) {
            texts.add(text.text().toString());
        }
    }

    private static boolean startsExplained(Word word) {
        return word == Word.WITH || KindFinder.rowKind(word) != null || word == Word.CREATE || word == Word.EXECUTE;
    }

    /** Whether statements of a kind have a structure worth parsing for. */
    static boolean isParsed(StatementKind kind) {
        return switch (kind) {
            case SELECT, INSERT, UPDATE, DELETE, MERGE, DDL, EXPLAIN -> true;
            case DCL, TCL, CALL, SET, COPY, OTHER, UNKNOWN -> false;
        };
    }
}
