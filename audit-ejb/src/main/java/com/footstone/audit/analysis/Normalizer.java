package com.footstone.audit.analysis;

/**
 * Writes what executions of one statement share: every literal and placeholder is {@code ?}, words are lower-case, tokens
 * are set apart in one way, comments are gone, and lists of values are as short as {@link ListCollapse} makes them.
 */
final class Normalizer {

    private final StringBuilder out;
    private final ListCollapse lists;
    private final boolean typed;
    private TokenKind previous;
    private Word previousWord;
    private boolean afterTight;
    private boolean semicolon;
    /** The first word of the statement. */
    private Word verb;

    private boolean begun;

    /**
     * @param typed writes strings outside lists as {@code 's'} and numbers as {@code 1}: this is for the parser only,
     *     which accepts them in places, such as after DATE or in a type, where it does not accept {@code ?}
     */
    Normalizer(int textLength, boolean typed) {
        this.out = new StringBuilder(Math.min(textLength, 4096) + 16);
        this.lists = new ListCollapse(out);
        this.typed = typed;
    }

    void accept(Lexer token) {
        TokenKind kind = token.kind();
        // Adjacent strings are one string in several pieces.
        if (kind == TokenKind.COMMENT || (kind == TokenKind.STRING && previous == TokenKind.STRING)) {
            return;
        }
        if (isNoise(token.word())) {
            return;
        }
        if (kind == TokenKind.SEMICOLON) {
            // Written when a statement follows: whether the last one ends in a semicolon makes no difference.
            semicolon = previous != null;
            return;
        }
        if (semicolon) {
            separate();
        }
        if (!begun) {
            begun = true;
            verb = token.word();
        }
        lists.before(token, previousWord);
        if (previous != null && spaced(token)) {
            out.append(' ');
        }
        write(token);
        lists.after(token, previousWord);
        previous = kind;
        afterTight = kind == TokenKind.OPERATOR && tight(token);
        previousWord = token.word();
    }

    /** Writes a word as a name in quotes. */
    void acceptQuoted(Lexer word, char quote) {
        if (previous != null && spaced(word)) {
            out.append(' ');
        }
        out.append(quote);
        lowerCase(word);
        out.append(quote);
        previous = TokenKind.QUOTED_NAME;
        previousWord = null;
        afterTight = false;
    }

    private void separate() {
        lists.finish();
        out.append(';');
        semicolon = false;
        begun = false;
        previous = TokenKind.SEMICOLON;
        previousWord = null;
        afterTight = false;
    }

    /** Words that change nothing: an INNER JOIN is a JOIN, and a LEFT OUTER JOIN a LEFT JOIN. */
    private boolean isNoise(Word word) {
        if (word == Word.OUTER) {
            return previousWord == Word.LEFT || previousWord == Word.RIGHT || previousWord == Word.FULL;
        }
        return word == Word.INNER && previous != null && previous != TokenKind.DOT && !typed;
    }

    private void write(Lexer token) {
        switch (token.kind()) {
            case STRING -> out.append(typed && !lists.inValues() ? "'s'" : "?");
            case NUMBER -> out.append(typed && !lists.inValues() ? '1' : '?');
            case PLACEHOLDER, VALUE_WORD -> out.append('?');
            case OPAQUE -> out.append(Bounds.UNREAD);
            case WORD -> lowerCase(token);
            case QUOTED_NAME -> quotedName(token);
            case OPERATOR -> operator(token);
            default -> Characters.appendClean(out, token.text(), token.start(), token.end());
        }
    }

    private void operator(Lexer token) {
        // JDBC doubles the question mark of an operator; the database, and so its log, sees it once.
        boolean doubled = token.text().charAt(token.start()) == '?'
                && token.end() - token.start() > 1
                && token.text().charAt(token.start() + 1) == '?';
        if (isUnequal(token)) {
            out.append("<>");
        } else if (typed && isCompoundAssignment(token)) {
            out.append('=');
        } else {
            out.append(token.text(), token.start() + (doubled ? 1 : 0), token.end());
        }
    }

    /** SQL Server's {@code +=}, which the parser does not know. */
    private static boolean isCompoundAssignment(Lexer token) {
        return token.dialect() == Dialect.SQL_SERVER
                && token.end() - token.start() == 2
                && token.text().charAt(token.end() - 1) == '='
                && "+-*/%&|^".indexOf(token.text().charAt(token.start())) >= 0;
    }

    /** Writes a keyword that the text leaves out. */
    void supply(String keyword) {
        out.append(' ').append(keyword);
    }

    /** The other spellings of {@code <>}. In PostgreSQL they could be operators of somebody's own, save for the first. */
    private static boolean isUnequal(Lexer token) {
        char first = token.text().charAt(token.start());
        boolean spelling = first == '!' || (first == '^' && token.dialect() == Dialect.ORACLE);
        return spelling && token.end() - token.start() == 2 && token.text().charAt(token.start() + 1) == '=';
    }

    private void quotedName(Lexer token) {
        int from = out.length();
        if (typed) {
            Characters.appendClean(out, token.text(), token.start(), token.end());
        } else {
            QuotedNames.append(out, token.text(), token.start(), token.end(), token.dialect());
        }
        shortenIfOfSession(token, token.start() + 1, token.end() - 1, from);
    }

    private void shortenIfOfSession(Lexer token, int start, int end, int from) {
        boolean temporary = SessionNames.isTemporary(token.text(), start, end);
        if (temporary || SessionNames.areAllNames(verb)) {
            SessionNames.shorten(out, from, temporary);
        }
    }

    private void lowerCase(Lexer token) {
        int from = out.length();
        Characters.appendClean(out, token.text(), token.start(), token.end());
        for (int i = from; i < out.length(); i++) {
            out.setCharAt(i, Character.toLowerCase(out.charAt(i)));
        }
        if (token.word() == null) {
            shortenIfOfSession(token, token.start(), token.end(), from);
        }
    }

    private boolean spaced(Lexer token) {
        if (afterTight) {
            return false;
        }
        return switch (previous) {
            case OPEN, OPEN_BRACKET, OPEN_BRACE, DOT -> false;
            default ->
                switch (token.kind()) {
                    case COMMA, CLOSE, CLOSE_BRACKET, CLOSE_BRACE, DOT -> false;
                    case OPEN -> !callable();
                    case OPEN_BRACKET -> !callable() && previousWord != Word.ARRAY && previous != TokenKind.CLOSE;
                    case OPERATOR -> !tight(token);
                    default -> true;
                };
        };
    }

    private boolean callable() {
        return (previous == TokenKind.WORD && previousWord == null)
                || previous == TokenKind.QUOTED_NAME
                || previous == TokenKind.CLOSE_BRACKET;
    }

    /** Casts, and Oracle's links to other databases, stick to both sides. */
    private static boolean tight(Lexer token) {
        CharSequence text = token.text();
        int length = token.end() - token.start();
        char first = text.charAt(token.start());
        boolean cast = length == 2 && first == ':' && text.charAt(token.start() + 1) == ':';
        return cast || (length == 1 && first == '@' && token.dialect() == Dialect.ORACLE);
    }

    /** All that was written. */
    StringBuilder text() {
        lists.finish();
        return out;
    }
}
