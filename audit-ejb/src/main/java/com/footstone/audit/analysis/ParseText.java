package com.footstone.audit.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.footstone.audit.model.StatementKind;

/** Prepares the statements of a text for the parser: one text each, normalized, without what the parser cannot know. */
final class ParseText {

    /** Names that databases allow and the parser takes for its keywords. */
    private static final Set<String> PARSER_KEYWORDS = Set.of(
            "number",
            "output",
            "map",
            "enum",
            "import",
            "sample",
            "statement",
            "unknown",
            "use",
            "uuid",
            "final",
            "force",
            "pivot",
            "prior");

    private static final Set<String> VIEW_OPTIONS = Set.of("schemabinding", "encryption", "view_metadata");

    private final List<String> texts = new ArrayList<>();
    private final boolean quoteNames;
    private final int length;
    private final Dialect dialect;

    private Normalizer current;
    private boolean empty;
    private boolean explain;
    private boolean returning;
    /** What is left of the statement is of no interest and beyond the parser. */
    private boolean skipRest;

    private boolean afterOr;
    private boolean viewOptions;

    /** Brackets around the hints that are passed over, or -1. */
    private int hintDepth = -1;

    private boolean afterBrace;
    private boolean inTop;
    private int depth;
    private int topDepth;
    private TokenKind previous;
    private Word previousWord;
    /** The first word of the statement. */
    private Word verb;

    private boolean inViewOptions;

    private ParseText(int length, Dialect dialect, boolean quoteNames) {
        this.length = length;
        this.dialect = dialect;
        this.quoteNames = quoteNames;
        begin();
    }

    /**
     * The statements of a text, as far as it can be read.
     *
     * @param quoteNames puts names that are keywords to the parser in quotes where they seem to be columns: a second try
     */
    static List<String> of(CharSequence sql, Dialect dialect, int opaqueFrom, boolean quoteNames) {
        ParseText text = new ParseText(sql.length(), dialect, quoteNames);
        Lexer lexer = new Lexer(sql, dialect, opaqueFrom);
        while (lexer.advance()) {
            if (lexer.kind() != TokenKind.COMMENT && lexer.kind() != TokenKind.OPAQUE) {
                text.accept(lexer);
            }
        }
        text.end();
        return text.texts;
    }

    /** The statements of a text that can be read in full, in the spellings that are worth a try. */
    static List<List<String>> spellings(String sql, Dialect dialect) {
        List<String> plain = of(sql, dialect, sql.length(), false);
        List<String> quoted = of(sql, dialect, sql.length(), true);
        return plain.equals(quoted) ? List.of(plain) : List.of(plain, quoted);
    }

    /** Whether statements of a kind have a structure worth parsing for. */
    static boolean isParsed(StatementKind kind) {
        return switch (kind) {
            case SELECT, INSERT, UPDATE, DELETE, MERGE, DDL, EXPLAIN -> true;
            case DCL, TCL, CALL, SET, COPY, OTHER, UNKNOWN -> false;
        };
    }

    private void begin() {
        current = new Normalizer(length, true);
        empty = true;
        explain = false;
        returning = false;
        skipRest = false;
        inTop = false;
        inViewOptions = false;
        verb = null;
        hintDepth = -1;
        viewOptions = false;
        depth = 0;
    }

    private void end() {
        if (!empty) {
            texts.add(current.text().toString());
        }
        begin();
    }

    private void accept(Lexer token) {
        TokenKind kind = token.kind();
        depth += kind.opens() ? 1 : kind.closes() ? -1 : 0;
        verb = verb == null ? token.word() : verb;
        if (kind == TokenKind.SEMICOLON && depth <= 0) {
            end();
        } else if (!isJdbcEscape(kind) && !isExplain(token.word()) && !isBeyondParser(token)) {
            write(token);
        }
        previous = kind;
        previousWord = token.word();
    }

    /** {fn now()}, {d '2020-01-01'}: JDBC's escapes, whose braces and marks the driver takes away. */
    private boolean isJdbcEscape(TokenKind kind) {
        boolean mark = afterBrace;
        afterBrace = kind == TokenKind.OPEN_BRACE;
        return mark || afterBrace || kind == TokenKind.CLOSE_BRACE;
    }

    /** EXPLAIN and its options, of which every database has its own. */
    private boolean isExplain(Word word) {
        explain |= empty && word == Word.EXPLAIN;
        explain &= word != Word.WITH && word != Word.CREATE && KindFinder.rowKind(word) == null;
        return explain;
    }

    private boolean isBeyondParser(Lexer token) {
        Word word = token.word();
        returning |= word == Word.RETURNING;
        // RETURNING … INTO :variable, and LOCK IN SHARE MODE, come last.
        skipRest |= word == Word.INTO && returning && dialect == Dialect.ORACLE;
        skipRest |= word == Word.LOCK && !empty && dialect == Dialect.MYSQL;
        skipRest |= verb == Word.TRUNCATE && (token.spells("restart") || token.spells("continue"));
        return skipRest || isOptionOfView(token) || isOfPostgres(token) || isOfSqlServer(token) || isTopOfChange(token);
    }

    /** ALGORITHM = …, DEFINER = …, SQL SECURITY …: what MySQL has between CREATE and VIEW. */
    private boolean isOptionOfView(Lexer token) {
        boolean begins = dialect == Dialect.MYSQL
                && (previousWord == Word.CREATE || previousWord == Word.REPLACE || previousWord == Word.ALTER)
                && (verb == Word.CREATE || verb == Word.ALTER)
                && (token.spells("algorithm") || token.spells("definer") || token.spells("sql"));
        inViewOptions = (inViewOptions || begins) && !token.spells("view");
        return inViewOptions;
    }

    /** ONLY before a table, and CONCURRENTLY of DROP INDEX. */
    private boolean isOfPostgres(Lexer token) {
        if (dialect != Dialect.POSTGRESQL) {
            return false;
        }
        boolean table = previousWord == Word.UPDATE || previousWord == Word.FROM || previousWord == Word.TRUNCATE;
        return (table && token.word() == Word.ONLY) || (verb == Word.DROP && token.spells("concurrently"));
    }

    private boolean isOfSqlServer(Lexer token) {
        return isOfView(token) || isHint(token) || isFirstOfTwoFrom(token);
    }

    /** CREATE <i>OR ALTER</i> VIEW v <i>WITH SCHEMABINDING</i> AS. */
    private boolean isOfView(Lexer token) {
        if (dialect != Dialect.SQL_SERVER) {
            return false;
        }
        Word word = token.word();
        boolean orAlter = (word == Word.OR && previousWord == Word.CREATE) || (word == Word.ALTER && afterOr);
        afterOr = orAlter && word == Word.OR;
        viewOptions |= !empty && word == Word.WITH && VIEW_OPTIONS.contains(Lookahead.name(token.text(), token.end()));
        viewOptions &= word != Word.AS;
        return orAlter || viewOptions;
    }

    /** DELETE FROM alias FROM table alias: the parser knows it without the first FROM. */
    private boolean isFirstOfTwoFrom(Lexer token) {
        return dialect == Dialect.SQL_SERVER
                && token.word() == Word.FROM
                && previousWord == Word.DELETE
                && Lookahead.word(token.text(), Lookahead.afterName(token.text(), token.end())) == Word.FROM;
    }

    /** Hints of SQL Server, which tell how to do and not what. */
    private boolean isHint(Lexer token) {
        if (hintDepth < 0 && dialect == Dialect.SQL_SERVER && !empty && TableHints.beginAt(token)) {
            hintDepth = token.kind() == TokenKind.OPEN ? depth - 1 : depth;
            return true;
        }
        boolean hint = hintDepth >= 0;
        if (hint && token.kind() == TokenKind.CLOSE && depth == hintDepth) {
            hintDepth = -1;
        }
        return hint;
    }

    /** TOP (n) of a change; the lexer has taken note of it. */
    private boolean isTopOfChange(Lexer token) {
        boolean change = previousWord == Word.DELETE || previousWord == Word.UPDATE || previousWord == Word.INSERT;
        if (token.word() == Word.TOP && change) {
            inTop = true;
            topDepth = depth;
            return true;
        }
        boolean bracket = token.kind() == TokenKind.OPEN || token.kind() == TokenKind.CLOSE;
        boolean number = token.kind() == TokenKind.NUMBER || token.kind() == TokenKind.PLACEHOLDER;
        inTop &= depth > topDepth || bracket || number || token.word() == Word.PERCENT;
        return inTop;
    }

    private void write(Lexer token) {
        if (quoteNames && token.kind() == TokenKind.WORD && standsForColumn() && isParserKeyword(token)) {
            current.acceptQuoted(token, dialect == Dialect.MYSQL ? '`' : '"');
        } else {
            current.accept(token);
        }
        if (empty
                && dialect == Dialect.SQL_SERVER
                && token.word() == Word.MERGE
                && Lookahead.word(token.text(), token.end()) != Word.INTO) {
            current.supply("into");
        }
        empty = false;
    }

    private static boolean isParserKeyword(Lexer token) {
        String name = token.text().subSequence(token.start(), token.end()).toString();
        return PARSER_KEYWORDS.contains(name.toLowerCase(Locale.ROOT));
    }

    private boolean standsForColumn() {
        if (previous == null) {
            return false;
        }
        return switch (previous) {
            case DOT, COMMA, OPEN, OPERATOR -> true;
            case WORD -> previousWord != null && previousWord.expectsOperand;
            default -> false;
        };
    }
}
