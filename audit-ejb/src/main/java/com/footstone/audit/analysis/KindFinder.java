package com.footstone.audit.analysis;

import com.footstone.audit.model.StatementKind;

/**
 * Tells what one statement does from its tokens. Looks through leading brackets and braces, WITH and EXPLAIN:
 * <ul>
 *   <li>a WITH query that changes rows in one of its parts is of that part's kind, for it changes rows;
 *   <li>EXPLAIN ANALYZE of a statement that changes rows is of the kind of that statement, for it is executed.
 * </ul>
 */
final class KindFinder {

    private StatementKind kind;
    private StatementKind changesWithin;
    private boolean inWith;
    private boolean inExplain;
    private boolean analyzes;
    private boolean explained;
    private Word verb;
    private int words;
    private int withDepth;
    private boolean block;

    /** @param depth of brackets around the token */
    void accept(Lexer token, int depth, TokenKind previous) {
        if (token.kind() != TokenKind.WORD) {
            leadingSymbol(token.kind());
            return;
        }
        words++;
        Word word = token.word();
        if (inWith) {
            insideWith(word, depth, previous);
        } else if (inExplain) {
            insideExplain(word, depth);
        } else if (kind == null) {
            first(token, depth);
        } else if (words == 2) {
            second(token);
        } else if (words <= 8) {
            creates(word);
        }
    }

    /** Statements begin with a word; brackets, and what JDBC's {@code {? = call …}} has before its word, are passed over. */
    private void leadingSymbol(TokenKind symbol) {
        boolean passed = symbol == TokenKind.OPEN
                || symbol == TokenKind.OPEN_BRACE
                || symbol == TokenKind.PLACEHOLDER
                || symbol == TokenKind.OPERATOR;
        if (kind == null && !passed && !inWith && !inExplain) {
            kind = StatementKind.UNKNOWN;
        }
    }

    private void first(Lexer token, int depth) {
        Word word = token.word();
        verb = word;
        if (word == Word.WITH) {
            inWith = true;
            withDepth = depth;
        } else if (word == Word.EXPLAIN) {
            inExplain = true;
        } else {
            kind = word == null ? RareVerbs.kindOf(token) : verbKind(word);
            block = word == Word.DECLARE;
        }
    }

    private void insideWith(Word word, int depth, TokenKind previous) {
        StatementKind found = rowKind(word);
        if (found == null) {
            return;
        }
        if (depth == withDepth) {
            kind = found;
            inWith = false;
        } else if (found.mutatesRows() && previous == TokenKind.OPEN && changesWithin == null) {
            changesWithin = found;
        }
    }

    private void insideExplain(Word word, int depth) {
        if (word == Word.ANALYZE || word == Word.ANALYSE) {
            analyzes = true;
        } else if (word == Word.WITH) {
            inWith = true;
            withDepth = depth;
            inExplain = false;
            explained = true;
        } else if (rowKind(word) != null) {
            kind = rowKind(word);
            inExplain = false;
            explained = true;
        }
    }

    private void second(Lexer token) {
        Word word = token.word();
        if (verb == Word.ALTER && token.spells("session")) {
            kind = StatementKind.SET;
        } else if (verb == Word.UPDATE && token.spells("statistics") && token.dialect() == Dialect.SQL_SERVER) {
            kind = StatementKind.OTHER;
        } else if (verb == Word.BEGIN) {
            boolean compound = word == Word.NOT && token.dialect() == Dialect.MYSQL;
            block = compound || !beginsTransaction(word);
            kind = block ? StatementKind.CALL : StatementKind.TCL;
        } else if (verb == Word.START || verb == Word.PREPARE) {
            kind = word == Word.TRANSACTION ? StatementKind.TCL : StatementKind.OTHER;
        } else if (verb == Word.SET && word == Word.TRANSACTION) {
            kind = StatementKind.TCL;
        } else if (verb == Word.DESCRIBE || verb == Word.DESC) {
            kind = rowKind(word) == null ? StatementKind.OTHER : StatementKind.EXPLAIN;
        } else {
            creates(word);
        }
    }

    private void creates(Word word) {
        if (verb == Word.CREATE) {
            block |= word == Word.FUNCTION || word == Word.PROCEDURE || word == Word.TRIGGER || word == Word.PACKAGE;
        } else if (verb == Word.DECLARE && word == Word.CURSOR) {
            block = false;
            kind = StatementKind.OTHER;
        }
    }

    private static boolean beginsTransaction(Word word) {
        if (word == null) {
            return false;
        }
        return switch (word) {
            case TRANSACTION, TRAN, WORK, ISOLATION, READ, NOT, DEFERRABLE, DEFERRED, IMMEDIATE, EXCLUSIVE -> true;
            default -> false;
        };
    }

    /** The kind of a statement that reads or changes rows, or null. */
    static StatementKind rowKind(Word word) {
        if (word == null) {
            return null;
        }
        return switch (word) {
            case SELECT, VALUES, TABLE -> StatementKind.SELECT;
            case INSERT, REPLACE, UPSERT -> StatementKind.INSERT;
            case UPDATE -> StatementKind.UPDATE;
            case DELETE -> StatementKind.DELETE;
            case MERGE -> StatementKind.MERGE;
            default -> null;
        };
    }

    private static StatementKind verbKind(Word word) {
        return switch (word) {
            case SELECT, VALUES, TABLE, INSERT, REPLACE, UPSERT, UPDATE, DELETE, MERGE -> rowKind(word);
            case CREATE, ALTER, DROP, TRUNCATE, COMMENT, RENAME -> StatementKind.DDL;
            case GRANT, REVOKE, DENY -> StatementKind.DCL;
            case BEGIN, COMMIT, ROLLBACK, SAVEPOINT, RELEASE, ABORT, END, SAVE, XA -> StatementKind.TCL;
            case CALL, EXEC, EXECUTE, DO, DECLARE -> StatementKind.CALL;
            case SET, RESET -> StatementKind.SET;
            case COPY, LOAD, UNLOAD, BULK -> StatementKind.COPY;
            default -> isOther(word) ? StatementKind.OTHER : StatementKind.UNKNOWN;
        };
    }

    private static boolean isOther(Word word) {
        return word.compareTo(Word.DESCRIBE) >= 0 && word.compareTo(Word.SECURITY) <= 0;
    }

    /** Whether the statement is a block of procedural code: semicolons within do not end it. */
    boolean isBlock() {
        return block;
    }

    /** Whether the statement is one that EXPLAIN shows. */
    boolean isExplained() {
        return explained || inExplain;
    }

    StatementKind kind() {
        StatementKind found = kind;
        if (inWith && found == null) {
            found = StatementKind.SELECT;
        }
        if (found == StatementKind.SELECT && changesWithin != null) {
            found = changesWithin;
        }
        if (isExplained() && !(analyzes && found != null && found.mutatesRows())) {
            return StatementKind.EXPLAIN;
        }
        return found == null ? StatementKind.UNKNOWN : found;
    }
}
