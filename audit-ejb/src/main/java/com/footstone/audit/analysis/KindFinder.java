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
    private int verbDepth;
    /** Another statement may follow without a semicolon, and what it does matters more. */
    private boolean leads;

    private boolean block;
    /** The first word if it is none of {@link Word} and nothing has confirmed yet that it begins a statement. */
    private String doubtful;

    /** @param depth of brackets around the token */
    void accept(Lexer token, int depth, TokenKind previous) {
        if (token.kind() != TokenKind.WORD) {
            leadingSymbol(token.kind());
            return;
        }
        if (isLabel(token, previous)) {
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
            second(token, previous);
        } else {
            later(token, depth, previous);
        }
    }

    /** {@code <<label>>} before a block of Oracle. */
    private boolean isLabel(Lexer token, TokenKind previous) {
        return kind == null
                && previous == TokenKind.OPERATOR
                && token.dialect() == Dialect.ORACLE
                && token.text().charAt(token.start() - 1) == '<';
    }

    private void later(Lexer token, int depth, TokenKind previous) {
        if (words <= 8) {
            creates(token);
        }
        if (leads && depth == verbDepth && previous != TokenKind.DOT) {
            led(token.word());
        }
    }

    /** SQL Server needs no semicolon behind DECLARE, SET and the like, and none behind the condition of IF and WHILE. */
    private void led(Word word) {
        boolean control = verb == Word.IF || verb == Word.WHILE;
        if (word == Word.CURSOR) {
            leads = false;
        } else if (readsOrChangesRows(word)) {
            kind = rowKind(word);
            leads = false;
        } else if (control && isAction(word)) {
            kind = verbKind(word);
            leads = false;
        }
    }

    /** Without REPLACE and such, which are functions here. */
    private static boolean readsOrChangesRows(Word word) {
        return word == Word.SELECT
                || word == Word.INSERT
                || word == Word.UPDATE
                || word == Word.DELETE
                || word == Word.MERGE;
    }

    /** Whether a word begins another statement where SQL Server reads no expression. */
    static boolean isAction(Word word) {
        if (word == null) {
            return false;
        }
        return switch (word) {
            case CREATE, ALTER, DROP, TRUNCATE, GRANT, REVOKE, DENY, COMMIT, ROLLBACK, SAVE, EXEC, EXECUTE -> true;
            default -> false;
        };
    }

    /** Verbs behind which SQL Server lets another statement follow without a semicolon. */
    static boolean leads(Word verb) {
        if (verb == null) {
            return false;
        }
        return switch (verb) {
            case DECLARE, SET, IF, WHILE, BEGIN, PRINT, USE -> true;
            default -> false;
        };
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
        boolean sqlServer = token.dialect() == Dialect.SQL_SERVER;
        verb = word;
        verbDepth = depth;
        leads = sqlServer && leads(word);
        if (word == Word.WITH) {
            inWith = true;
            withDepth = depth;
        } else if (word == Word.EXPLAIN) {
            inExplain = true;
        } else {
            kind = word == null ? RareVerbs.kindOf(token) : verbKind(word);
            doubtful = word == null ? RareVerbs.doubtful(token) : null;
            block = word == Word.DECLARE && !sqlServer;
            if (word == Word.DECLARE && sqlServer) {
                kind = StatementKind.OTHER;
            }
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

    private void second(Lexer token, TokenKind previous) {
        Word word = token.word();
        if (doubtful != null && RareVerbs.confirms(doubtful, token)) {
            doubtful = null;
        }
        if (verb == Word.ALTER && token.spells("session")) {
            kind = StatementKind.SET;
        } else if (verb == Word.UPDATE && token.spells("statistics") && token.dialect() == Dialect.SQL_SERVER) {
            kind = StatementKind.OTHER;
        } else if (verb == Word.INSERT && word == Word.BULK) {
            kind = StatementKind.COPY;
        } else if (verb == Word.BEGIN) {
            boolean compound = word == Word.NOT && token.dialect() == Dialect.MYSQL;
            block = compound || !beginsTransaction(word);
            leads &= !block;
            kind = block ? StatementKind.CALL : StatementKind.TCL;
        } else if (verb == Word.START || verb == Word.PREPARE) {
            kind = word == Word.TRANSACTION ? StatementKind.TCL : StatementKind.OTHER;
        } else if (verb == Word.SET && word == Word.TRANSACTION) {
            kind = StatementKind.TCL;
        } else if (verb == Word.DESCRIBE || verb == Word.DESC) {
            kind = rowKind(word) == null ? StatementKind.OTHER : StatementKind.EXPLAIN;
        } else {
            later(token, verbDepth, previous);
        }
    }

    private void creates(Lexer token) {
        Word word = token.word();
        if (verb == Word.CREATE) {
            block |= word == Word.FUNCTION || word == Word.PROCEDURE || word == Word.TRIGGER || word == Word.PACKAGE;
        } else if (verb == Word.DECLARE && word == Word.CURSOR && token.dialect() != Dialect.ORACLE) {
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

    /** Whether this may be no statement at all, but a line of a log. */
    boolean isDoubtful() {
        return doubtful != null || kind() == StatementKind.UNKNOWN;
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
