package com.footstone.audit.analysis;

/**
 * Follows calls in SQL Server's texts. What stands behind the name of a procedure is a value there even without quotes or
 * in double ones ({@code EXEC sp_addlogin bob, "secret"}); only names in brackets stay names.
 *
 * <p>A text that does not say EXEC is taken for a call if it begins with the name of a system procedure or with one of
 * several parts. What goes on longer than the call is hidden rather than shown.
 */
final class CallArguments implements BareValues {

    private enum State {
        NONE,
        /** The name of a procedure comes, or a part of it. */
        NAME,
        /** Behind a part of the name. */
        NAMED,
        ARGUMENTS
    }

    private State state = State.NONE;
    /** Whether a statement begins with the next token. */
    private boolean begins = true;

    /** Whether this is a call whatever comes behind its name. */
    private boolean sure;
    /** Whether the name has several parts, so that it is a call if a value comes. */
    private boolean dotted;
    /** Whether the name may be that of the variable that gets the result. */
    private boolean variable;
    /** Whether the last token was a value without quotes. */
    private boolean bareValue;

    @Override
    public boolean areNext() {
        return state == State.ARGUMENTS || (state == State.NAMED && (sure || dotted));
    }

    @Override
    public boolean has(TokenCursor token) {
        if (!areNext() || token.text.charAt(token.start) == '@') {
            return false;
        }
        boolean value = state == State.ARGUMENTS && expectsValue(token.previous) && token.word != Word.DEFAULT;
        boolean first = state == State.NAMED || bareValue;
        return value || (first && token.word == null);
    }

    private static boolean expectsValue(TokenKind previous) {
        return switch (previous) {
            case COMMA, OPERATOR, OPEN, DOT -> true;
            default -> false;
        };
    }

    @Override
    public void accept(TokenCursor token, boolean value) {
        boolean beginning = begins;
        begins = token.kind == TokenKind.SEMICOLON;
        bareValue = value;
        if (begins || token.kind == TokenKind.CLOSE_BRACE) {
            state = State.NONE;
        } else if (calls(token)) {
            state = State.NAME;
            sure = true;
        } else if (state == State.NAME) {
            name(token);
        } else if (state == State.NAMED) {
            behindName(token);
        } else if (state == State.ARGUMENTS) {
            state = ends(token) ? State.NONE : state;
        } else if (beginning
                && token.kind != TokenKind.OPEN_BRACE
                && (token.kind != TokenKind.WORD || token.word == null)) {
            sure = false;
            dotted = false;
            name(token);
        }
    }

    private static boolean calls(TokenCursor token) {
        boolean caller = token.word == Word.EXEC || token.word == Word.EXECUTE || token.word == Word.CALL;
        return caller && token.kind == TokenKind.WORD && token.previous != TokenKind.DOT;
    }

    private void name(TokenCursor token) {
        if (token.kind == TokenKind.QUOTED_NAME || (token.kind == TokenKind.WORD && !isPrivilege(token))) {
            int from = token.start + (token.kind == TokenKind.WORD ? 0 : 1);
            variable = token.text.charAt(from) == '@';
            sure |= RareVerbs.isSystemProcedure(token.text, from, token.position);
            state = State.NAMED;
        } else if (token.kind == TokenKind.OPEN && sure) {
            state = State.ARGUMENTS;
        } else if (token.kind != TokenKind.DOT) {
            state = State.NONE;
        }
    }

    /** GRANT EXECUTE ON …, and EXECUTE AS, call nothing. */
    private static boolean isPrivilege(TokenCursor token) {
        return token.word == Word.ON || token.word == Word.AS || token.word == Word.FROM || token.spells("to");
    }

    private void behindName(TokenCursor token) {
        if (token.kind == TokenKind.DOT) {
            state = State.NAME;
            dotted = true;
        } else if (variable && token.kind == TokenKind.OPERATOR) {
            state = State.NAME;
        } else {
            boolean call = sure ? !ends(token) : dotted && isValue(token);
            state = call ? State.ARGUMENTS : State.NONE;
        }
    }

    private boolean isValue(TokenCursor token) {
        boolean variableOfSession = token.kind == TokenKind.WORD && token.text.charAt(token.start) == '@';
        return bareValue || variableOfSession || token.kind == TokenKind.PLACEHOLDER || isLiteral(token.kind);
    }

    private static boolean isLiteral(TokenKind kind) {
        return kind == TokenKind.STRING || kind == TokenKind.NUMBER || kind == TokenKind.VALUE_WORD;
    }

    /** Words that SQL Server reserves, so that they are no values, and with which the next statement begins. */
    private static boolean ends(TokenCursor token) {
        if (token.kind != TokenKind.WORD || token.word == null) {
            return false;
        }
        return switch (token.word) {
            case SELECT, INSERT, UPDATE, DELETE, MERGE, CREATE, ALTER, DROP, TRUNCATE, GRANT, REVOKE, DENY -> true;
            case BEGIN, END, COMMIT, ROLLBACK, SAVE, DECLARE, SET, IF, WHILE, USE, OPEN, CLOSE, FETCH -> true;
            default -> false;
        };
    }
}
