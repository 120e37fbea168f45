package com.footstone.audit.analysis;

/** Finds backups of SQL Server that leave it: to a URL, or to the share of another machine. */
final class BackupTarget {

    private enum State {
        NONE,
        BACKUP,
        /** Behind TO, where the devices are. */
        TO,
        URL,
        DISK
    }

    private State state = State.NONE;

    /** Whether the token shows that the backup goes to another machine. */
    boolean accept(Lexer token) {
        if (token.dialect() != Dialect.SQL_SERVER) {
            return false;
        }
        TokenKind kind = token.kind();
        if (kind == TokenKind.SEMICOLON) {
            state = State.NONE;
        } else if (kind == TokenKind.WORD && token.word() == null && token.previous != TokenKind.DOT) {
            word(token);
        } else if (kind == TokenKind.OPERATOR && state == State.URL) {
            state = State.TO;
            return true;
        } else if (kind == TokenKind.STRING && state == State.DISK) {
            state = State.TO;
            return isShare(token);
        }
        return false;
    }

    private void word(Lexer token) {
        if (token.spells("backup")) {
            state = State.BACKUP;
        } else if (state != State.NONE && token.spells("to")) {
            state = State.TO;
        } else if (state == State.TO && token.spells("url")) {
            state = State.URL;
        } else if (state == State.TO && token.spells("disk")) {
            state = State.DISK;
        }
    }

    private static boolean isShare(Lexer string) {
        CharSequence text = string.text();
        int from = string.start();
        while (from < string.end() && text.charAt(from) != '\'') {
            from++;
        }
        return from + 2 < string.end() && text.charAt(from + 1) == '\\' && text.charAt(from + 2) == '\\';
    }
}
