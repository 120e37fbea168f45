package com.footstone.audit.analysis;

/**
 * Guesses the tables of a statement that was not parsed, from the words before them. A guess may name too much (an alias)
 * or too little, which is why such a statement has a gap.
 */
final class TokenStructure {

    private enum Awaits {
        NOTHING,
        TABLE,
        /** The part of a name after a dot. */
        PART
    }

    private final Structure structure;
    private Awaits awaits = Awaits.NOTHING;
    private boolean written;
    /** Between DELETE and its FROM. */
    private boolean deletes;

    /** A list of tables follows that are dropped or emptied. */
    private boolean removes;
    /** Where TABLE may be a query. */
    private boolean queries;

    private boolean inFrom;
    private int fromDepth;
    private int depth;
    private boolean copies;
    /** The table after COPY: FROM tells that it is written. */
    private String copied;

    /** The first word of the statement. */
    private Word verb;
    /** Behind INDEX: ON tells of which table. */
    private boolean index;
    /** A query stands where the table that is changed would. */
    private boolean changesQuery;

    private boolean alsoWritten;

    private final StringBuilder name = new StringBuilder();
    private Word previousWord;
    private TokenKind previous;

    private TokenStructure(Schema schema) {
        this.structure = new Structure(schema);
    }

    static Structure of(CharSequence sql, Dialect dialect, int opaqueFrom, Schema schema) {
        TokenStructure tokens = new TokenStructure(schema);
        Lexer lexer = new Lexer(sql, dialect, opaqueFrom);
        while (lexer.advance()) {
            if (lexer.kind() != TokenKind.COMMENT) {
                tokens.accept(lexer);
            }
        }
        tokens.endName(null);
        if (tokens.copied != null) {
            tokens.structure.reads(tokens.copied);
        }
        return tokens.structure;
    }

    private void accept(Lexer token) {
        TokenKind kind = token.kind();
        if (verb == null && kind == TokenKind.WORD) {
            verb = token.word();
        }
        boolean isName = kind == TokenKind.QUOTED_NAME || (kind == TokenKind.WORD && canName(token.word()));
        if (isName && awaits != Awaits.NOTHING) {
            append(token);
        } else if (!name.isEmpty() && (kind == TokenKind.DOT || isLink(token))) {
            name.append(token.text().charAt(token.start()));
            awaits = Awaits.PART;
        } else {
            endName(kind);
            other(token);
        }
        depth += kind.opens() ? 1 : kind.closes() ? -1 : 0;
        previousWord = token.word();
        previous = kind;
    }

    /** What stands behind it is the name of another database of Oracle. */
    private static boolean isLink(Lexer token) {
        return token.kind() == TokenKind.OPERATOR && token.dialect() == Dialect.ORACLE && token.spells("@");
    }

    /** A keyword is a name after a dot, and right after COPY, where no other word can stand. */
    private boolean canName(Word word) {
        return word == null || awaits == Awaits.PART || (copies && previousWord == Word.COPY);
    }

    private void append(Lexer token) {
        boolean quoted = token.kind() == TokenKind.QUOTED_NAME;
        int from = name.length();
        Characters.appendClean(name, token.text(), token.start() + (quoted ? 1 : 0), token.end() - (quoted ? 1 : 0));
        for (int i = from; i < name.length() && !quoted; i++) {
            name.setCharAt(i, Character.toLowerCase(name.charAt(i)));
        }
        awaits = Awaits.NOTHING;
    }

    private void endName(TokenKind next) {
        if (name.isEmpty()) {
            return;
        }
        boolean function = next == TokenKind.OPEN && !written;
        if (alsoWritten) {
            structure.reads(name.toString());
            structure.writes(name.toString());
            alsoWritten = false;
        } else if (copies) {
            copied = name.toString();
            copies = false;
        } else if (!function && written) {
            structure.writes(name.toString());
        } else if (!function) {
            structure.reads(name.toString());
        }
        name.setLength(0);
    }

    private void other(Lexer token) {
        Word word = token.word();
        if (token.kind() == TokenKind.COMMA) {
            awaits = inFrom && depth == fromDepth ? Awaits.TABLE : Awaits.NOTHING;
        } else if (word == null && defines(token)) {
            await(true, false);
        } else if (word == null) {
            awaits = token.kind() == TokenKind.OPEN && awaits == Awaits.TABLE ? Awaits.TABLE : Awaits.NOTHING;
        } else {
            keyword(word);
        }
    }

    /** VIEW and INDEX are no keywords to the lexer. */
    private boolean defines(Lexer token) {
        boolean definition = verb == Word.CREATE || verb == Word.ALTER || verb == Word.DROP;
        if (!definition
                || token.kind() != TokenKind.WORD
                || !structure.tablesWritten().isEmpty()) {
            return false;
        }
        index |= token.spells("index");
        return token.spells("view");
    }

    private void keyword(Word word) {
        queries |= word == Word.SELECT || word == Word.INSERT;
        switch (word) {
            case FROM -> from();
            case DESCRIBE, DESC -> {
                if (previous == null) {
                    await(false, false);
                }
            }
            case COPY -> {
                await(false, false);
                copies = true;
            }
            case DELETE -> deletes = true;
            case JOIN, USING -> await(false, inFrom);
            case INTO -> await(true, false);
            case TABLE, TRUNCATE -> {
                removes |= word == Word.TRUNCATE || previousWord == Word.DROP;
                // TABLE t is a query in the place of one.
                await(!queries || previousWord != null, removes);
            }
            case UPDATE -> {
                if (!followsName()) {
                    await(true, false);
                }
            }
            case MERGE -> {
                if (previous != TokenKind.OPERATOR) {
                    await(true, false);
                }
            }
            case INSERT -> {
                if (previousWord == Word.BULK) {
                    await(true, false);
                }
            }
            case BULK -> {
                if (previousWord == Word.INSERT) {
                    await(true, false);
                }
            }
            case OUTPUT, RETURNING -> {
                awaits = Awaits.NOTHING;
                inFrom = false;
            }
            case ONLY, LATERAL, IF, NOT, EXISTS -> {
                // Between the word that announces a table and its name.
            }
            case ON -> {
                awaits = Awaits.NOTHING;
                inFrom = false;
                if (index) {
                    await(true, false);
                    index = false;
                }
            }
            case SELECT -> {
                changesQuery |= awaits == Awaits.TABLE && written && previous == TokenKind.OPEN;
                awaits = Awaits.NOTHING;
                inFrom = false;
            }
            case WHERE, SET, GROUP, ORDER, VALUES, LIMIT, HAVING, UNION -> {
                awaits = Awaits.NOTHING;
                inFrom = false;
            }
            default -> awaits = Awaits.NOTHING;
        }
    }

    /** As an option of something else does, rather than a verb. */
    private boolean followsName() {
        return previousWord == null && (previous == TokenKind.WORD || previous == TokenKind.QUOTED_NAME);
    }

    private void from() {
        if (copied != null) {
            structure.writes(copied);
            copied = null;
            awaits = Awaits.NOTHING;
            return;
        }
        alsoWritten = changesQuery;
        changesQuery = false;
        await(deletes, previousWord != Word.DISTINCT);
        deletes = false;
    }

    private void await(boolean writes, boolean list) {
        awaits = Awaits.TABLE;
        written = writes;
        inFrom = list;
        fromDepth = depth;
    }
}
