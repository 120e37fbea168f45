package com.footstone.audit.analysis;

/**
 * Finds LIKE with a pattern that begins with %: a literal, or one that the pattern is put together with, as in
 * {@code LIKE '%' || ?}, {@code LIKE concat('%', ?)} and {@code LIKE upper('%a%')}.
 */
final class LeadingWildcard {

    private boolean awaitsPattern;
    /** The literal % was all there was so far: what is added to it is looked for. */
    private boolean percent;

    /** Whether the token shows that a pattern begins so. */
    boolean accept(Lexer token) {
        TokenKind kind = token.kind();
        if (percent) {
            percent = false;
            return kind == TokenKind.COMMA || joins(token);
        }
        if (kind == TokenKind.WORD && (token.word() == Word.LIKE || token.word() == Word.ILIKE)) {
            awaitsPattern = true;
            return false;
        }
        if (!awaitsPattern) {
            return false;
        }
        // Names of functions and their brackets stand before the first literal.
        awaitsPattern = kind.opens() || (kind == TokenKind.WORD && mayBeFunction(token.word()));
        return kind == TokenKind.STRING && begins(token);
    }

    private static boolean mayBeFunction(Word word) {
        return word == null
                || word == Word.REPLACE
                || word == Word.LEFT
                || word == Word.RIGHT
                || word == Word.ANY
                || word == Word.ALL
                || word == Word.ARRAY;
    }

    private static boolean joins(Lexer token) {
        return token.kind() == TokenKind.OPERATOR && (token.spells("||") || token.spells("+"));
    }

    private boolean begins(Lexer token) {
        CharSequence text = token.text();
        int i = token.start();
        while (i < token.end() && text.charAt(i) != '\'' && text.charAt(i) != '"') {
            i++;
        }
        // Behind the quote of Oracle's q'[…]' stands a bracket.
        boolean alternative = i > token.start() && (text.charAt(i - 1) | 0x20) == 'q';
        int first = i + (alternative ? 2 : 1);
        boolean wildcard = first < token.end() && text.charAt(first) == '%';
        // A pattern of % alone asks for all that is not NULL: there is nothing to look for.
        percent = wildcard && first + (alternative ? 2 : 1) >= token.end() - 1;
        return wildcard && !percent;
    }
}
