package com.footstone.audit.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts what a database's own tool wrote of a schema into statements, and keeps those that begin with CREATE. Comments
 * become blanks, save for MySQL's executable ones, which are code.
 */
final class DdlText {

    /**
     * A statement.
     *
     * @param text without comments
     * @param line where it begins, counted from 1
     */
    record Part(String text, int line) {}

    private final String file;
    private final Dialect dialect;
    private final StringBuilder plain;
    private final List<Part> parts = new ArrayList<>();
    private int begin = -1;
    private boolean creates;
    private int depth;
    private int line = 1;
    private int countedTo;
    private int unreadableLine;

    private DdlText(String file, Dialect dialect) {
        this.file = file;
        this.dialect = dialect;
        this.plain = new StringBuilder(file);
    }

    static DdlText of(String file, Dialect dialect) {
        DdlText ddl = new DdlText(file, dialect);
        Lexer lexer = new Lexer(file, dialect);
        while (lexer.advance()) {
            ddl.accept(lexer);
        }
        ddl.end(file.length());
        return ddl;
    }

    /** The statements that create something, in their order. */
    List<Part> parts() {
        return parts;
    }

    /** The line from which on quotes do not pair, so that nothing could be read; 0 if all was. */
    int unreadableLine() {
        return unreadableLine;
    }

    private void accept(Lexer token) {
        TokenKind kind = token.kind();
        if (kind == TokenKind.COMMENT) {
            blank(token.start(), token.end());
        } else if (kind == TokenKind.OPAQUE) {
            end(token.start());
            unreadableLine = lineOf(token.start());
        } else if ((kind == TokenKind.SEMICOLON && depth <= 0) || isSeparator(token)) {
            end(token.start());
        } else {
            boolean create = token.word() == Word.CREATE && depth <= 0;
            // A line of the tool's own may stand before, without a semicolon; or a condition.
            if (begin < 0 || (create && !creates && isBlank(token.start(), -1))) {
                begin = token.start();
                creates = create;
            }
            depth += kind.opens() ? 1 : kind.closes() ? -1 : 0;
        }
    }

    /** What the databases' own tools have on a line of its own to end a batch. */
    private boolean isSeparator(Lexer token) {
        boolean go = dialect == Dialect.SQL_SERVER && token.kind() == TokenKind.WORD && token.spells("go");
        boolean slash = dialect == Dialect.ORACLE && token.kind() == TokenKind.OPERATOR && token.spells("/");
        return (go || slash) && isBlank(token.start(), -1) && isBlank(token.end() - 1, 1);
    }

    /** Whether nothing but space stands between a character and the end of its line. */
    private boolean isBlank(int from, int step) {
        int i = from + step;
        while (i >= 0 && i < file.length() && file.charAt(i) != '\n') {
            if (!Characters.isSpace(file.charAt(i))) {
                return false;
            }
            i += step;
        }
        return true;
    }

    private void blank(int start, int end) {
        for (int i = start; i < end; i++) {
            if (plain.charAt(i) != '\n') {
                plain.setCharAt(i, ' ');
            }
        }
    }

    private void end(int end) {
        if (begin >= 0 && creates) {
            parts.add(new Part(plain.substring(begin, end), lineOf(begin)));
        }
        begin = -1;
        depth = 0;
    }

    private int lineOf(int position) {
        for (; countedTo < position; countedTo++) {
            line += file.charAt(countedTo) == '\n' ? 1 : 0;
        }
        return line;
    }
}
