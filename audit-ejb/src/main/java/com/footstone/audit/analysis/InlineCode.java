package com.footstone.audit.analysis;

/** Finds code within statements that are not parsed: in blocks and loops, behind PREPARE, and in literals. */
final class InlineCode {

    static final String BLOCK = "not parsed: statements within another";
    static final String LITERAL = "not parsed: code in a literal";

    private static final String EXECUTE_PROCEDURE = "sp_executesql";
    private static final String IMMEDIATE = "immediate";

    private InlineCode() {}

    /** What there is of code that was not read, or null. */
    static String gapOf(CharSequence sql, Dialect dialect, int opaqueFrom) {
        Lexer lexer = new Lexer(sql, dialect, opaqueFrom);
        Word verb = null;
        boolean first = true;
        boolean codeFollows = false;
        while (lexer.advance()) {
            TokenKind kind = lexer.kind();
            // MySQL's DO works out expressions; others run the literal behind it.
            boolean code = codeFollows || (verb == Word.DO && dialect != Dialect.MYSQL);
            if (kind == TokenKind.STRING && code) {
                return LITERAL;
            }
            if (kind == TokenKind.WORD && first) {
                verb = lexer.word();
                first = false;
                codeFollows = verb == Word.EXEC || verb == Word.EXECUTE;
            } else if (kind == TokenKind.WORD) {
                if (holdsStatements(verb) && KindFinder.rowKind(lexer.word()) != null) {
                    return BLOCK;
                }
                codeFollows = is(lexer, EXECUTE_PROCEDURE) || is(lexer, IMMEDIATE);
            } else if (kind != TokenKind.COMMENT && kind != TokenKind.OPEN) {
                codeFollows = false;
            }
        }
        return null;
    }

    private static boolean holdsStatements(Word verb) {
        return verb == Word.BEGIN
                || verb == Word.DECLARE
                || verb == Word.IF
                || verb == Word.WHILE
                || verb == Word.PREPARE;
    }

    private static boolean is(Lexer token, String word) {
        return token.end() - token.start() == word.length()
                && word.equalsIgnoreCase(
                        token.text().subSequence(token.start(), token.end()).toString());
    }
}
